using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp.Native;

/// <summary>An autograd node whose backward is a .NET function; lives as long as libtorch's node that points to it.</summary>
internal sealed unsafe class ManagedNode
{
    /// <summary>What an output is to the graph.</summary>
    public enum OutputKind
    {
        Differentiable,
        NotDifferentiable,
        ChangedInput,
    }

    [ThreadStatic]
    private static (ManagedNode? Node, nint Native) t_running;

    /// <summary>The exception that a backward of this thread ended with, until somebody asks.</summary>
    [ThreadStatic]
    private static Exception? t_failure;

    private readonly Func<torch.Tensor?[], torch.Tensor?[]> _backward;
    private readonly int _saved;

    private ManagedNode(Func<torch.Tensor?[], torch.Tensor?[]> backward, int saved)
    {
        _backward = backward;
        _saved = saved;
    }

    public static ManagedCalls Calls => new() { Backward = &RunBackward, Release = &Release };

    /// <summary>The node whose backward runs on this thread now.</summary>
    public static ManagedNode? Running => t_running.Node;

    /// <summary>Hangs <paramref name="backward"/> behind <paramref name="outputs"/>, which were computed without recording a graph.</summary>
    /// <param name="name">For libtorch's messages.</param>
    /// <param name="inputs">The tensors whose gradients <paramref name="backward"/> returns, in this order.</param>
    /// <param name="outputs">Where one is an input or a view, another tensor takes its place here.</param>
    /// <param name="kinds">One for each output.</param>
    /// <param name="saved">What backward needs; freed by libtorch after a backward that does not retain the graph, or with the graph.</param>
    /// <param name="materialize">Whether zeros stand for gradients that are not there; else null does.</param>
    /// <param name="backward">From the gradients of the outputs to those of the inputs (null: none).</param>
    public static ManagedNode Attach(string name, torch.Tensor[] inputs, torch.Tensor[] outputs, OutputKind[] kinds, torch.Tensor?[] saved,
        bool materialize, Func<torch.Tensor?[], torch.Tensor?[]> backward)
    {
        var ins = Array.ConvertAll(inputs, t => t.Handle);
        var outs = Array.ConvertAll(outputs, t => t.Handle);
        var keep = Array.ConvertAll(saved, t => t?.Handle ?? 0);
        var replaced = new nint[outs.Length];
        var node = new ManagedNode(backward, saved.Length);
        var context = GCHandle.ToIntPtr(GCHandle.Alloc(node));
        var api = Api.Instance;
        fixed (byte* text = Encoding.UTF8.GetBytes(name + '\0'))
        fixed (nint* i = ins, o = outs, s = keep, r = replaced)
        fixed (OutputKind* k = kinds)
            api.Check(api.CustomFunction(text, i, ins.Length, o, (int*)k, outs.Length, s, keep.Length, materialize ? 1 : 0, context, r), name);
        GC.KeepAlive(inputs);
        GC.KeepAlive(outputs);
        GC.KeepAlive(saved);
        for (var i = 0; i < outputs.Length; i++)
            outputs[i] = torch.Tensor.WrapOrNull(replaced[i]) ?? outputs[i];
        return node;
    }

    /// <summary>What was saved for backward; only while that runs.</summary>
    public torch.Tensor?[] SavedTensors()
    {
        if (t_running.Node != this)
            throw new InvalidOperationException("saved tensors are there while the function's backward runs, on the thread that runs it.");
        var handles = new nint[_saved];
        var api = Api.Instance;
        fixed (nint* h = handles)
            api.Check(api.NodeSaved(t_running.Native, h, handles.Length), "get_saved_variables");
        return Array.ConvertAll(handles, torch.Tensor.WrapOrNull);
    }

    /// <summary>Turns the return code of a backward into an exception; the one a .NET backward threw is inside.</summary>
    public static void Check(Api api, int code, string what)
    {
        var inner = t_failure;
        t_failure = null;
        if (code == 0)
            return;
        var text = $"{what}: {Marshal.PtrToStringUTF8((nint)api.LastError())}";
        throw inner is null ? new ExternalException(text) : new ExternalException(text, inner);
    }

    [UnmanagedCallersOnly]
    private static int RunBackward(nint context, nint native, nint* grads, long n, nint* results, long m, byte** error)
    {
        var outer = t_running;
        try
        {
            var node = (ManagedNode)GCHandle.FromIntPtr(context).Target!;
            // What backward makes ends with it; libtorch holds on to the results by itself.
            using var scope = torch.NewDisposeScope();
            var given = new torch.Tensor?[n];
            for (var i = 0; i < n; i++)
                given[i] = torch.Tensor.WrapOrNull(grads[i]);
            t_running = (node, native);
            var found = node._backward(given);
            if (found.Length != m)
                throw new InvalidOperationException($"backward returned {found.Length} gradients for {m} inputs.");
            var handles = Array.ConvertAll(found, t => t?.Handle ?? 0);
            for (var i = 0; i < m; i++)
                results[i] = handles[i] == 0 ? 0 : Api.Instance.TensorAlias(handles[i]);
            GC.KeepAlive(found);
            return 0;
        }
#pragma warning disable CA1031 // every exception has to travel through libtorch as text
        catch (Exception e)
#pragma warning restore CA1031
        {
            t_failure = e;
            var text = Encoding.UTF8.GetBytes($"{e.GetType().Name}: {e.Message}");
            *error = (byte*)NativeMemory.Alloc((nuint)text.Length + 1);
            text.CopyTo(new Span<byte>(*error, text.Length));
            (*error)[text.Length] = 0;
            return 1;
        }
        finally
        {
            t_running = outer;
        }
    }

    [UnmanagedCallersOnly]
    private static void Release(nint context) => GCHandle.FromIntPtr(context).Free();
}
