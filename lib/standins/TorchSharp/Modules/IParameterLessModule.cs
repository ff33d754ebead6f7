namespace TorchSharp.Modules;

/// <summary>Marks modules that hold nothing to train or to save.</summary>
public interface IParameterLessModule
{
}
