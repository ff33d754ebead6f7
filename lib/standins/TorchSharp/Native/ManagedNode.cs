using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp.Native;

/// <summary>An autograd node whose backward is a .NET function; lives as long as libtorch's node that points to it.</summary>
internal sealed unsafe class ManagedNode(Func<torch.Tensor?[], torch.Tensor?[]> backward, Action release)
{
    public static ManagedCalls Calls => new() { Backward = &RunBackward, Release = &Release };

    /// <summary>Hangs <paramref name="backward"/> behind <paramref name="outputs"/>, which were computed without recording a graph.</summary>
    /// <param name="inputs">The tensors whose gradients <paramref name="backward"/> returns, in this order.</param>
    /// <param name="backward">From the gradients of the outputs (null: zero) to those of the inputs (null: none).</param>
    /// <param name="release">Called once, when the node is gone: dispose what was saved for backward.</param>
    public static void Attach(torch.Tensor[] inputs, torch.Tensor[] outputs, Func<torch.Tensor?[], torch.Tensor?[]> backward, Action release)
    {
        var context = GCHandle.ToIntPtr(GCHandle.Alloc(new ManagedNode(backward, release)));
        var api = Api.Instance;
        var ins = Array.ConvertAll(inputs, t => t.Handle);
        var outs = Array.ConvertAll(outputs, t => t.Handle);
        fixed (nint* i = ins, o = outs)
            api.Check(api.CustomFunction(i, ins.Length, o, outs.Length, context), "autograd.Function");
        GC.KeepAlive(inputs);
        GC.KeepAlive(outputs);
    }

    [UnmanagedCallersOnly]
    private static int RunBackward(nint context, nint* grads, long n, nint* results, long m, byte** error)
    {
        var given = new torch.Tensor?[n];
        try
        {
            var node = (ManagedNode)GCHandle.FromIntPtr(context).Target!;
            for (var i = 0; i < n; i++)
                given[i] = torch.Tensor.WrapOrNull(grads[i]);
            var found = node.Backward(given);
            if (found.Length != m)
                throw new InvalidOperationException($"backward returned {found.Length} gradients for {m} inputs.");
            for (var i = 0; i < m; i++)
                results[i] = found[i]?.Handle ?? 0;
            KeepUntilReturned = found;
            return 0;
        }
#pragma warning disable CA1031 // every exception has to travel through libtorch as text
        catch (Exception e)
#pragma warning restore CA1031
        {
            var text = Encoding.UTF8.GetBytes($"{e.GetType().Name}: {e.Message}");
            *error = (byte*)NativeMemory.Alloc((nuint)text.Length + 1);
            text.CopyTo(new Span<byte>(*error, text.Length));
            (*error)[text.Length] = 0;
            return 1;
        }
    }

    /// <summary>The shim borrows the results right after the call returns; until the next call on this thread they must not be collected.</summary>
    [field: ThreadStatic]
    private static torch.Tensor?[]? KeepUntilReturned { get; set; }

    private torch.Tensor?[] Backward(torch.Tensor?[] grads) => backward(grads);

    [UnmanagedCallersOnly]
    private static void Release(nint context)
    {
        var handle = GCHandle.FromIntPtr(context);
        var node = (ManagedNode)handle.Target!;
        handle.Free();
        try
        {
            node.OnReleased();
        }
#pragma warning disable CA1031 // nobody is there to catch it: libtorch is destroying the graph
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private void OnReleased() => release();
}
