using System.Runtime.InteropServices;

namespace Engine.Tests.Autograd;

/// <summary>The mode is that of all threads.</summary>
[Collection(Alone.Name)]
public sealed class AnomalyModeTests
{
    [Fact]
    public void Anomaly_mode_names_the_operation_that_gave_nan()
    {
        using (autograd.detect_anomaly())
        {
            Assert.True(AnomalyMode.IsEnabled && AnomalyMode.ShouldCheckNaN);
            using var x = zeros(1, requires_grad: true);
            var e = Assert.Throws<ExternalException>(() => (x.sqrt() * 0).sum().backward());
            Assert.Contains("SqrtBackward", e.Message, StringComparison.Ordinal);
            using (autograd.set_detect_anomaly(false))
                Assert.False(AnomalyMode.IsEnabled);
            Assert.True(AnomalyMode.IsEnabled);
        }

        Assert.False(AnomalyMode.IsEnabled);
    }
}
