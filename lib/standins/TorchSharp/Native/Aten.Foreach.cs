namespace TorchSharp.Native;

/// <summary>Operators on lists of tensors: one call for all parameters of a model (and on CUDA one kernel).</summary>
internal static partial class Aten
{
    public static readonly Op _foreach_abs = new("aten::_foreach_abs");
    public static readonly Op _foreach_add_List = new("aten::_foreach_add", "List");
    public static readonly Op _foreach_add_Scalar = new("aten::_foreach_add", "Scalar");
    public static readonly Op _foreach_add__List = new("aten::_foreach_add_", "List");
    public static readonly Op _foreach_add__Scalar = new("aten::_foreach_add_", "Scalar");
    public static readonly Op _foreach_addcdiv__Scalar = new("aten::_foreach_addcdiv_", "Scalar");
    public static readonly Op _foreach_addcdiv__ScalarList = new("aten::_foreach_addcdiv_", "ScalarList");
    public static readonly Op _foreach_addcmul_Scalar = new("aten::_foreach_addcmul", "Scalar");
    public static readonly Op _foreach_addcmul__Scalar = new("aten::_foreach_addcmul_", "Scalar");
    public static readonly Op _foreach_div_ScalarList = new("aten::_foreach_div", "ScalarList");
    public static readonly Op _foreach_div__List = new("aten::_foreach_div_", "List");
    public static readonly Op _foreach_div__ScalarList = new("aten::_foreach_div_", "ScalarList");
    public static readonly Op _foreach_maximum__List = new("aten::_foreach_maximum_", "List");
    public static readonly Op _foreach_mul__List = new("aten::_foreach_mul_", "List");
    public static readonly Op _foreach_mul__Scalar = new("aten::_foreach_mul_", "Scalar");
    public static readonly Op _foreach_neg = new("aten::_foreach_neg");
    public static readonly Op _foreach_sqrt = new("aten::_foreach_sqrt");
    public static readonly Op _foreach_sqrt_ = new("aten::_foreach_sqrt_");
    public static readonly Op _foreach_zero_ = new("aten::_foreach_zero_");
}
