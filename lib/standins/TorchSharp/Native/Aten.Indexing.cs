namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Op alias = new("aten::alias");
    public static readonly Op argwhere = new("aten::argwhere");
    public static readonly Op bucketize_Tensor = new("aten::bucketize", "Tensor");
    public static readonly Op copy_ = new("aten::copy_");
    public static readonly Op diagonal_scatter = new("aten::diagonal_scatter");
    public static readonly Op gather = new("aten::gather");
    public static readonly Op index_Tensor = new("aten::index", "Tensor");
    public static readonly Op index_add = new("aten::index_add");
    public static readonly Op index_add_ = new("aten::index_add_");
    public static readonly Op index_copy = new("aten::index_copy");
    public static readonly Op index_copy_ = new("aten::index_copy_");
    public static readonly Op index_fill_int_Scalar = new("aten::index_fill", "int_Scalar");
    public static readonly Op index_fill__int_Scalar = new("aten::index_fill_", "int_Scalar");
    public static readonly Op index_put_ = new("aten::index_put_");
    public static readonly Op index_select = new("aten::index_select");
    public static readonly Op masked_scatter = new("aten::masked_scatter");
    public static readonly Op masked_scatter_ = new("aten::masked_scatter_");
    public static readonly Op masked_select = new("aten::masked_select");
    public static readonly Op nonzero = new("aten::nonzero");
    public static readonly Op nonzero_numpy = new("aten::nonzero_numpy");
    public static readonly Op scalar_tensor = new("aten::scalar_tensor");
    public static readonly Op scatter_src = new("aten::scatter", "src");
    public static readonly Op scatter__src = new("aten::scatter_", "src");
    public static readonly Op scatter_add = new("aten::scatter_add");
    public static readonly Op scatter_add_ = new("aten::scatter_add_");
    public static readonly Op searchsorted_Scalar = new("aten::searchsorted", "Scalar");
    public static readonly Op searchsorted_Tensor = new("aten::searchsorted", "Tensor");
    public static readonly Op select_int = new("aten::select", "int");
    public static readonly Op select_scatter = new("aten::select_scatter");
    public static readonly Op slice_scatter = new("aten::slice_scatter");
    public static readonly Op take = new("aten::take");
    public static readonly Op take_along_dim = new("aten::take_along_dim");
}
