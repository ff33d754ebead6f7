using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp.Native;

/// <summary>
/// An operator of libtorch, called by name through its dispatcher with boxed arguments: binding a new one is one line of C#.
/// Arguments are given in the order of the operator's schema; those left out at the end take the schema's defaults.
/// </summary>
/// <param name="name">For example <c>aten::add</c>.</param>
/// <param name="overload">For example <c>Tensor</c>; empty where the schema has none.</param>
internal sealed unsafe class Op(string name, string overload = "")
{
    private const int StackWords = 64;
    private nint _handle;

    /// <summary>Told of every call, where somebody wants to know (tests).</summary>
    public static Action<Op>? Trace { get; set; }

    /// <summary><c>aten::add.Tensor</c>, as libtorch writes it.</summary>
    public string Name { get; } = overload.Length == 0 ? name : $"{name}.{overload}";

    /// <summary>Whether this libtorch has the operator.</summary>
    public bool Exists => Find() != 0;

    /// <summary>The operator's schema as libtorch writes it.</summary>
    public string Schema => Api.Instance.TakeText(Api.Instance.OpSchema(Handle));

    private nint Handle => _handle != 0 ? _handle : Resolve();

    /// <summary>Calls an operator that returns one tensor.</summary>
    public torch.Tensor Call(params ReadOnlySpan<Arg> args)
    {
        NativeArg result;
        Invoke(args, &result, 1);
        return torch.Tensor.Wrap(result.Pointer);
    }

    /// <summary>Calls an operator that changes its first argument, a tensor, and returns it.</summary>
    public torch.Tensor InPlace(params ReadOnlySpan<Arg> args)
    {
        NativeArg result;
        Invoke(args, &result, 1);
        if (result.Tag == ArgTag.Tensor)
            Api.Instance.TensorRelease(result.Pointer);
        return Unsafe.As<torch.Tensor>(args[0].Reference!);
    }

    /// <summary>Calls an operator whose result is not wanted, or that has none.</summary>
    public void Run(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc NativeArg[4];
        Invoke(args, results, 4);
        for (var i = 0; i < 4; i++)
        {
            if (results[i].Tag == ArgTag.Tensor)
                Api.Instance.TensorRelease(results[i].Pointer);
            else if (results[i].Tag == ArgTag.TensorList)
                foreach (var tensor in TakeList(results[i]))
                    tensor.Dispose();
        }
    }

    /// <summary>Calls an operator that returns two tensors.</summary>
    public (torch.Tensor, torch.Tensor) Call2(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc NativeArg[2];
        Invoke(args, results, 2);
        return (torch.Tensor.Wrap(results[0].Pointer), torch.Tensor.Wrap(results[1].Pointer));
    }

    /// <summary>Calls an operator that returns three tensors.</summary>
    public (torch.Tensor, torch.Tensor, torch.Tensor) Call3(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc NativeArg[3];
        Invoke(args, results, 3);
        return (torch.Tensor.Wrap(results[0].Pointer), torch.Tensor.Wrap(results[1].Pointer), torch.Tensor.Wrap(results[2].Pointer));
    }

    /// <summary>Calls an operator that returns four tensors.</summary>
    public (torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor) Call4(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc NativeArg[4];
        Invoke(args, results, 4);
        return (torch.Tensor.Wrap(results[0].Pointer), torch.Tensor.Wrap(results[1].Pointer), torch.Tensor.Wrap(results[2].Pointer),
            torch.Tensor.Wrap(results[3].Pointer));
    }

    /// <summary>Calls an operator that returns a list of tensors.</summary>
    public torch.Tensor[] CallList(params ReadOnlySpan<Arg> args)
    {
        NativeArg result;
        Invoke(args, &result, 1);
        return TakeList(result);
    }

    /// <summary>Calls an operator that returns a Boolean.</summary>
    public bool CallBool(params ReadOnlySpan<Arg> args)
    {
        NativeArg result;
        Invoke(args, &result, 1);
        return result.Bits != 0;
    }

    /// <summary>Calls an operator that returns an integer.</summary>
    public long CallLong(params ReadOnlySpan<Arg> args)
    {
        NativeArg result;
        Invoke(args, &result, 1);
        return result.Bits;
    }

    /// <summary>Calls an operator that returns a number (<c>Scalar</c>): its kind and its bits; complex numbers as two doubles.</summary>
    public (ArgTag Tag, long Bits, double Real, double Imaginary) CallNumber(params ReadOnlySpan<Arg> args)
    {
        NativeArg result;
        Invoke(args, &result, 1);
        if (result.Tag != ArgTag.Complex)
            return (result.Tag, result.Bits, result.Tag == ArgTag.Double ? result.Number : result.Bits, 0);
        var parts = (double*)result.Pointer;
        var (real, imaginary) = (parts[0], parts[1]);
        Api.Instance.Free(parts);
        return (ArgTag.Complex, 0, real, imaginary);
    }

    public override string ToString() => Name;

    private static torch.Tensor[] TakeList(in NativeArg result)
    {
        var handles = (nint*)result.Pointer;
        var tensors = new torch.Tensor[result.Length];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = torch.Tensor.Wrap(handles[i]);
        Api.Instance.Free(handles);
        return tensors;
    }

    private void Invoke(ReadOnlySpan<Arg> args, NativeArg* results, int capacity)
    {
        Trace?.Invoke(this);
        ThreadBound.PutBackLeft();
        var native = stackalloc NativeArg[args.Length];
        var words = 0;
        foreach (ref readonly var arg in args)
            if (arg.Tag >= ArgTag.String)
                words += arg.Words;
        if (words <= StackWords)
        {
            var buffer = stackalloc long[words];
            Invoke(args, native, buffer, results, capacity);
            return;
        }

        var large = (long*)NativeMemory.Alloc((nuint)words, sizeof(long));
        try
        {
            Invoke(args, native, large, results, capacity);
        }
        finally
        {
            NativeMemory.Free(large);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Invoke(ReadOnlySpan<Arg> args, NativeArg* native, long* buffer, NativeArg* results, int capacity)
    {
        for (var i = 0; i < args.Length; i++)
        {
            ref readonly var arg = ref args[i];
            native[i].Tag = arg.Tag;
            native[i].Length = 0;
            if (arg.Tag == ArgTag.Tensor)
                native[i].Pointer = Unsafe.As<torch.Tensor>(arg.Reference!).Handle;
            else if (arg.Tag < ArgTag.String || arg.Tag == ArgTag.Device)
                native[i].Bits = arg.Bits;
            else
                buffer += Fill(ref native[i], arg, buffer);
        }

        var api = Api.Instance;
        var failed = api.OpCall(Handle, native, args.Length, results, capacity) != 0;
        for (var i = 0; i < args.Length; i++)
            GC.KeepAlive(args[i].Reference);
        if (failed)
            throw Error(api);
    }

    private static int Fill(ref NativeArg native, in Arg arg, long* buffer)
    {
        native.Pointer = (nint)buffer;
        switch (arg.Tag)
        {
            case ArgTag.IntList or ArgTag.ScalarIntList:
                var integers = (long[])arg.Reference!;
                native.Length = integers.Length;
                integers.CopyTo(new Span<long>(buffer, integers.Length));
                break;
            case ArgTag.DoubleList or ArgTag.ScalarDoubleList or ArgTag.Complex:
                var numbers = (double[])arg.Reference!;
                native.Length = numbers.Length;
                numbers.CopyTo(new Span<double>(buffer, numbers.Length));
                break;
            case ArgTag.TensorList or ArgTag.OptionalTensorList:
                var tensors = (torch.Tensor?[])arg.Reference!;
                native.Length = tensors.Length;
                for (var i = 0; i < tensors.Length; i++)
                    buffer[i] = tensors[i] is { } tensor ? tensor.Handle
                        : arg.Tag == ArgTag.OptionalTensorList ? 0 : throw new ArgumentNullException($"tensors[{i}]");
                break;
            case ArgTag.BoolList:
                var flags = (bool[])arg.Reference!;
                native.Length = flags.Length;
                for (var i = 0; i < flags.Length; i++)
                    ((byte*)buffer)[i] = flags[i] ? (byte)1 : (byte)0;
                break;
            case ArgTag.String:
                var text = (string)arg.Reference!;
                native.Length = Encoding.UTF8.GetBytes(text, new Span<byte>(buffer, text.Length * 3));
                break;
            case ArgTag.Generator:
                native.Pointer = ((torch.Generator)arg.Reference!).Handle;
                break;
            default:
                throw new InvalidOperationException($"an argument of kind {arg.Tag} was not expected here.");
        }

        return arg.Words;
    }

    private ExternalException Error(Api api) =>
        new($"{Name}: {Marshal.PtrToStringUTF8((nint)api.LastError())}");

    private nint Resolve()
    {
        var found = Find();
        return found != 0 ? found
            : throw new NotSupportedException($"libtorch {Engine.Version} has no operator {Name}.");
    }

    private nint Find()
    {
        if (_handle != 0)
            return _handle;
        var api = Api.Instance;
        fixed (byte* n = Encoding.UTF8.GetBytes(name + '\0'), o = Encoding.UTF8.GetBytes(overload + '\0'))
            return _handle = api.OpFind(n, o);
    }
}
