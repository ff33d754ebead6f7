using BenchmarkDotNet.Attributes;
using static TorchSharp.torch;

namespace Kit.Benchmarks.Micro;

/// <summary>Calls on 16x16 tensors: the kernel is small, so the call is what is seen.</summary>
[MemoryDiagnoser]
public class CallOverhead : IDisposable
{
    private readonly Tensor _a = ones(16, 16);
    private readonly Tensor _b = ones(16, 16);
    private readonly Tensor _leaf = ones(16, 16, requires_grad: true);

    [Benchmark(Baseline = true)]
    public void Add()
    {
        using var c = _a + _b;
    }

    [Benchmark]
    public void AddScalar()
    {
        using var c = _a + 1.0;
    }

    [Benchmark]
    public void AddInPlace() => _a.add_(_b);

    [Benchmark]
    public void AddInScope()
    {
        using var scope = NewDisposeScope();
        _ = _a + _b;
    }

    [Benchmark]
    public void AddWithGraph()
    {
        using var c = _leaf + _b;
    }

    [Benchmark]
    public void View()
    {
        using var c = _a.view(256);
    }

    [Benchmark]
    public void Matmul()
    {
        using var c = matmul(_a, _b);
    }

    [Benchmark]
    public long[] Shape() => _a.shape;

    public void Dispose()
    {
        _a.Dispose();
        _b.Dispose();
        _leaf.Dispose();
        GC.SuppressFinalize(this);
    }
}
