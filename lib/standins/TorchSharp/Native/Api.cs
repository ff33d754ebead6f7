using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>The functions of shim.cpp. Loaded once, at the first use of a tensor.</summary>
internal sealed unsafe class Api
{
    private static volatile Api? s_loaded;
    private static string? s_failure;
    private static readonly Lock s_lock = new();

    public readonly delegate* unmanaged<byte*> LastError;
    public readonly delegate* unmanaged<byte*, byte*, nint> OpFind;
    public readonly delegate* unmanaged<nint, byte*> OpSchema;
    public readonly delegate* unmanaged<nint, NativeArg*, int, NativeArg*, int, int> OpCall;
    public readonly delegate* unmanaged<nint, void> TensorRelease;
    public readonly delegate* unmanaged<nint, nint> TensorAlias;
    public readonly delegate* unmanaged<nint, TensorInfo*, int> TensorInfo;
    public readonly delegate* unmanaged<nint, void**, int> TensorData;
    public readonly delegate* unmanaged<void*, long*, long, int, delegate* unmanaged<nint, void>, nint, nint*, int> TensorFromBlob;
    public readonly delegate* unmanaged<nint, int> BumpVersion;
    public readonly delegate* unmanaged<nint, int, int> SetRequiresGrad;
    public readonly delegate* unmanaged<nint, int> RetainGrad;
    public readonly delegate* unmanaged<nint, nint*, int> Grad;
    public readonly delegate* unmanaged<nint, nint, int> SetGrad;
    public readonly delegate* unmanaged<nint, nint, int> SetData;
    public readonly delegate* unmanaged<nint*, long, nint*, long, int, int, nint*, long, int> Backward;
    public readonly delegate* unmanaged<nint*, long, nint*, long, nint*, long, int, int, int, nint*, int> AutogradGrad;
    public readonly delegate* unmanaged<byte*, nint*, long, nint*, int*, long, nint*, long, int, nint, nint*, int> CustomFunction;
    public readonly delegate* unmanaged<nint, nint*, long, int> NodeSaved;
    public readonly delegate* unmanaged<int, int, void> SetAnomalyMode;
    public readonly delegate* unmanaged<int> AnomalyMode;
    public readonly delegate* unmanaged<int> GradMode;
    public readonly delegate* unmanaged<int, void> SetGradMode;
    public readonly delegate* unmanaged<int> InferenceMode;
    public readonly delegate* unmanaged<int, nint> EnterInferenceMode;
    public readonly delegate* unmanaged<nint, void> LeaveInferenceMode;
    public readonly delegate* unmanaged<long, nint*, int> GeneratorDefault;
    public readonly delegate* unmanaged<nint, nint*, int> GeneratorClone;
    public readonly delegate* unmanaged<nint, void> GeneratorRelease;
    public readonly delegate* unmanaged<nint, ulong, int> GeneratorSeed;
    public readonly delegate* unmanaged<nint, ulong*, int> GeneratorNewSeed;
    public readonly delegate* unmanaged<nint, ulong*, int> GeneratorInitialSeed;
    public readonly delegate* unmanaged<nint, nint*, int> GeneratorGetState;
    public readonly delegate* unmanaged<nint, nint, int> GeneratorSetState;
    public readonly delegate* unmanaged<ulong, int> ManualSeed;
    public readonly delegate* unmanaged<int> GetNumThreads;
    public readonly delegate* unmanaged<int, int> SetNumThreads;
    public readonly delegate* unmanaged<int> GetNumInteropThreads;
    public readonly delegate* unmanaged<int, int> SetNumInteropThreads;
    public readonly delegate* unmanaged<int> DefaultDtype;
    public readonly delegate* unmanaged<int, int> SetDefaultDtype;
    public readonly delegate* unmanaged<int, int, void> SetDeterministic;
    public readonly delegate* unmanaged<int> Deterministic;
    public readonly delegate* unmanaged<int> CudaCount;
    public readonly delegate* unmanaged<long, int> CudaSynchronize;
    public readonly delegate* unmanaged<byte*> Configuration;
    public readonly delegate* unmanaged<void*, void> Free;

    /// <summary>Bytes that libtorch's CPU allocator holds now.</summary>
    public readonly long* LiveBytes;

    /// <summary>Tensor handles that .NET objects own now.</summary>
    public readonly long* LiveTensors;

    private Api(nint shim)
    {
        nint Find(string name) => NativeLibrary.GetExport(shim, name);
        LastError = (delegate* unmanaged<byte*>)Find("kit_last_error");
        OpFind = (delegate* unmanaged<byte*, byte*, nint>)Find("kit_op_find");
        OpSchema = (delegate* unmanaged<nint, byte*>)Find("kit_op_schema");
        OpCall = (delegate* unmanaged<nint, NativeArg*, int, NativeArg*, int, int>)Find("kit_op_call");
        TensorRelease = (delegate* unmanaged<nint, void>)Find("kit_tensor_release");
        TensorAlias = (delegate* unmanaged<nint, nint>)Find("kit_tensor_alias");
        TensorInfo = (delegate* unmanaged<nint, TensorInfo*, int>)Find("kit_tensor_info");
        TensorData = (delegate* unmanaged<nint, void**, int>)Find("kit_tensor_data");
        TensorFromBlob = (delegate* unmanaged<void*, long*, long, int, delegate* unmanaged<nint, void>, nint, nint*, int>)Find("kit_tensor_from_blob");
        BumpVersion = (delegate* unmanaged<nint, int>)Find("kit_bump_version");
        SetRequiresGrad = (delegate* unmanaged<nint, int, int>)Find("kit_set_requires_grad");
        RetainGrad = (delegate* unmanaged<nint, int>)Find("kit_retain_grad");
        Grad = (delegate* unmanaged<nint, nint*, int>)Find("kit_grad");
        SetGrad = (delegate* unmanaged<nint, nint, int>)Find("kit_set_grad");
        SetData = (delegate* unmanaged<nint, nint, int>)Find("kit_set_data");
        Backward = (delegate* unmanaged<nint*, long, nint*, long, int, int, nint*, long, int>)Find("kit_backward");
        AutogradGrad = (delegate* unmanaged<nint*, long, nint*, long, nint*, long, int, int, int, nint*, int>)Find("kit_autograd_grad");
        CustomFunction = (delegate* unmanaged<byte*, nint*, long, nint*, int*, long, nint*, long, int, nint, nint*, int>)Find("kit_custom_function");
        NodeSaved = (delegate* unmanaged<nint, nint*, long, int>)Find("kit_node_saved");
        SetAnomalyMode = (delegate* unmanaged<int, int, void>)Find("kit_set_anomaly_mode");
        AnomalyMode = (delegate* unmanaged<int>)Find("kit_anomaly_mode");
        GradMode = (delegate* unmanaged<int>)Find("kit_grad_mode");
        SetGradMode = (delegate* unmanaged<int, void>)Find("kit_set_grad_mode");
        InferenceMode = (delegate* unmanaged<int>)Find("kit_inference_mode");
        EnterInferenceMode = (delegate* unmanaged<int, nint>)Find("kit_enter_inference_mode");
        LeaveInferenceMode = (delegate* unmanaged<nint, void>)Find("kit_leave_inference_mode");
        GeneratorDefault = (delegate* unmanaged<long, nint*, int>)Find("kit_generator_default");
        GeneratorClone = (delegate* unmanaged<nint, nint*, int>)Find("kit_generator_clone");
        GeneratorRelease = (delegate* unmanaged<nint, void>)Find("kit_generator_release");
        GeneratorSeed = (delegate* unmanaged<nint, ulong, int>)Find("kit_generator_seed");
        GeneratorNewSeed = (delegate* unmanaged<nint, ulong*, int>)Find("kit_generator_new_seed");
        GeneratorInitialSeed = (delegate* unmanaged<nint, ulong*, int>)Find("kit_generator_initial_seed");
        GeneratorGetState = (delegate* unmanaged<nint, nint*, int>)Find("kit_generator_get_state");
        GeneratorSetState = (delegate* unmanaged<nint, nint, int>)Find("kit_generator_set_state");
        ManualSeed = (delegate* unmanaged<ulong, int>)Find("kit_manual_seed");
        GetNumThreads = (delegate* unmanaged<int>)Find("kit_get_num_threads");
        SetNumThreads = (delegate* unmanaged<int, int>)Find("kit_set_num_threads");
        GetNumInteropThreads = (delegate* unmanaged<int>)Find("kit_get_num_interop_threads");
        SetNumInteropThreads = (delegate* unmanaged<int, int>)Find("kit_set_num_interop_threads");
        DefaultDtype = (delegate* unmanaged<int>)Find("kit_default_dtype");
        SetDefaultDtype = (delegate* unmanaged<int, int>)Find("kit_set_default_dtype");
        SetDeterministic = (delegate* unmanaged<int, int, void>)Find("kit_set_deterministic");
        Deterministic = (delegate* unmanaged<int>)Find("kit_deterministic");
        CudaCount = (delegate* unmanaged<int>)Find("kit_cuda_count");
        CudaSynchronize = (delegate* unmanaged<long, int>)Find("kit_cuda_synchronize");
        Configuration = (delegate* unmanaged<byte*>)Find("kit_configuration");
        Free = (delegate* unmanaged<void*, void>)Find("kit_free");

        var calls = ManagedNode.Calls;
        long* bytes = null, tensors = null;
        var start = (delegate* unmanaged<long**, long**, ManagedCalls*, int>)Find("kit_start");
        Check(start(&bytes, &tensors, &calls), "start");
        LiveBytes = bytes;
        LiveTensors = tensors;
    }

    /// <summary>The loaded shim.</summary>
    /// <exception cref="DllNotFoundException">libtorch or the compiler is missing or unusable; the message says what to install.</exception>
    public static Api Instance => s_loaded ?? Load();

    public static bool IsLoaded => s_loaded is not null;

    /// <summary>Turns the return code of a shim function into an exception with libtorch's text.</summary>
    /// <exception cref="ExternalException">The call failed.</exception>
    public void Check(int code, string what)
    {
        if (code != 0)
            throw new ExternalException($"{what}: {Marshal.PtrToStringUTF8((nint)LastError())}");
    }

    /// <summary>Takes over a text that the shim allocated.</summary>
    public string TakeText(byte* text)
    {
        var result = Marshal.PtrToStringUTF8((nint)text) ?? "";
        Free(text);
        return result;
    }

    private static Api Load()
    {
        lock (s_lock)
        {
            if (s_loaded is { } loaded)
                return loaded;
            if (s_failure is not null)
                throw new DllNotFoundException(s_failure);
            try
            {
                var api = new Api(Engine.Load());
                s_loaded = api;
                api.Check(api.SetNumThreads(Engine.DefaultThreads()), "set_num_threads");
                return api;
            }
            catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException or IOException
                or UnauthorizedAccessException)
            {
                s_failure = e.Message;
                throw new DllNotFoundException(s_failure, e);
            }
        }
    }
}
