namespace TorchSharp.Utils;

/// <summary>The name under which a field's module, parameter or buffer is registered, where that is not the field's own.</summary>
[AttributeUsage(AttributeTargets.Field)]
public class ComponentNameAttribute : Attribute
{
    public ComponentNameAttribute()
    {
    }

    public string Name { get; set; } = null!;
}
