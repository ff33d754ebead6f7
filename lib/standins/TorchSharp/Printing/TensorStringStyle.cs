namespace TorchSharp;

/// <summary>How a tensor is printed.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, dtype and device only.</summary>
    Metadata = 0,

    /// <summary>Those, then rows with aligned columns.</summary>
    Julia = 1,

    /// <summary>Brackets in brackets, without shape and dtype.</summary>
    Numpy = 2,

    /// <summary>As C# would write the array.</summary>
    CSharp = 3,

    /// <summary>What <see cref="torch.TensorStringStyle"/> says.</summary>
    Default = 4,
}
