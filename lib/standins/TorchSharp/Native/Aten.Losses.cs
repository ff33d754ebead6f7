namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Op binary_cross_entropy = new("aten::binary_cross_entropy");
    public static readonly Op binary_cross_entropy_with_logits = new("aten::binary_cross_entropy_with_logits");
    public static readonly Op cosine_embedding_loss = new("aten::cosine_embedding_loss");
    public static readonly Op cross_entropy_loss = new("aten::cross_entropy_loss");
    public static readonly Op ctc_loss_Tensor = new("aten::ctc_loss", "Tensor");
    public static readonly Op hinge_embedding_loss = new("aten::hinge_embedding_loss");
    public static readonly Op huber_loss = new("aten::huber_loss");
    public static readonly Op kl_div = new("aten::kl_div");
    public static readonly Op l1_loss = new("aten::l1_loss");
    public static readonly Op margin_ranking_loss = new("aten::margin_ranking_loss");
    public static readonly Op mse_loss = new("aten::mse_loss");
    public static readonly Op multi_margin_loss = new("aten::multi_margin_loss");
    public static readonly Op multilabel_margin_loss = new("aten::multilabel_margin_loss");
    public static readonly Op nll_loss_nd = new("aten::nll_loss_nd");
    public static readonly Op poisson_nll_loss = new("aten::poisson_nll_loss");
    public static readonly Op smooth_l1_loss = new("aten::smooth_l1_loss");
    public static readonly Op soft_margin_loss = new("aten::soft_margin_loss");
    public static readonly Op triplet_margin_loss = new("aten::triplet_margin_loss");

    /// <summary>Of libtorch 2 and later.</summary>
    public static readonly Op scaled_dot_product_attention = new("aten::scaled_dot_product_attention");
}
