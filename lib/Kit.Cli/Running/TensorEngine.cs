using Kit.Engine;

namespace Kit.Cli.Running;

/// <summary>Makes the tensor engine ready before anything starts that may want it, so that its one slow step is seen and done once.</summary>
internal static class TensorEngine
{
    /// <summary>Why the tests of the engine are not run where the user goes on without it.</summary>
    public const string OffReason = "KIT_ENGINE is 'none': the tensor engine is switched off.";

    /// <summary>Whether the user goes on without tensors.</summary>
    public static bool IsOff => Environment.GetEnvironmentVariable("KIT_ENGINE") == "none";

    /// <summary>Builds what has to be built for the libtorch of this machine, where that was not done yet.</summary>
    /// <exception cref="MachineLacksException">there is no libtorch or no compiler, or they do not fit together</exception>
    public static void Prepare()
    {
        if (IsOff)
        {
            return;
        }

        try
        {
            EngineFacts.Build();
        }
        catch (DllNotFoundException missing)
        {
            throw new MachineLacksException($"{missing.Message} KIT_ENGINE=none goes on without tensors.");
        }
    }
}
