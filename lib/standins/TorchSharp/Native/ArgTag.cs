namespace TorchSharp.Native;

/// <summary>shim.cpp's <c>Tag</c>: what kind of value an argument or a result holds.</summary>
internal enum ArgTag
{
    Default,
    None,
    Tensor,
    Int,
    Double,
    Bool,
    String,
    IntList,
    DoubleList,
    TensorList,
    OptionalTensorList,
    Device,
    Generator,
    BoolList,
    Complex,
    ScalarIntList,
    ScalarDoubleList,
}
