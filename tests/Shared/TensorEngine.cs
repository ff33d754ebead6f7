namespace Kit.TestSupport;

/// <summary>For tests, outside Engine.Tests, that compute with tensors.</summary>
internal static class TensorEngine
{
    /// <summary>Skips the test, with the reason, where the user goes on without the engine.</summary>
    public static void Needed() =>
        Skip.If(Environment.GetEnvironmentVariable("KIT_ENGINE") == "none", "KIT_ENGINE is 'none': the tensor engine is switched off.");
}
