namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Op arange_start_step = new("aten::arange", "start_step");
    public static readonly Op can_cast = new("aten::can_cast");
    public static readonly Op empty = new("aten::empty", "memory_format");
    public static readonly Op fill__Scalar = new("aten::fill_", "Scalar");
    public static readonly Op normal_ = new("aten::normal_");
    public static readonly Op uniform_ = new("aten::uniform_");
    public static readonly Op zero_ = new("aten::zero_");
    public static readonly Op empty_like = new("aten::empty_like");
    public static readonly Op empty_strided = new("aten::empty_strided");
    public static readonly Op eye_m = new("aten::eye", "m");
    public static readonly Op full = new("aten::full");
    public static readonly Op full_like = new("aten::full_like");
    public static readonly Op linspace = new("aten::linspace");
    public static readonly Op logspace = new("aten::logspace");
    public static readonly Op new_empty = new("aten::new_empty");
    public static readonly Op new_full = new("aten::new_full");
    public static readonly Op new_ones = new("aten::new_ones");
    public static readonly Op new_zeros = new("aten::new_zeros");
    public static readonly Op ones = new("aten::ones");
    public static readonly Op ones_like = new("aten::ones_like");
    public static readonly Op promote_types = new("aten::promote_types");
    public static readonly Op result_type_Tensor = new("aten::result_type", "Tensor");
    public static readonly Op zeros = new("aten::zeros");
    public static readonly Op zeros_like = new("aten::zeros_like");
}
