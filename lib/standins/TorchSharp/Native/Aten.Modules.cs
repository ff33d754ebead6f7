namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Op adaptive_avg_pool1d = new("aten::adaptive_avg_pool1d");
    public static readonly Op adaptive_avg_pool2d = new("aten::adaptive_avg_pool2d");
    public static readonly Op adaptive_avg_pool3d = new("aten::adaptive_avg_pool3d");
    public static readonly Op adaptive_max_pool1d = new("aten::adaptive_max_pool1d");
    public static readonly Op adaptive_max_pool2d = new("aten::adaptive_max_pool2d");
    public static readonly Op alpha_dropout = new("aten::alpha_dropout");
    public static readonly Op alpha_dropout_ = new("aten::alpha_dropout_");
    public static readonly Op avg_pool1d = new("aten::avg_pool1d");
    public static readonly Op avg_pool2d = new("aten::avg_pool2d");
    public static readonly Op avg_pool3d = new("aten::avg_pool3d");
    public static readonly Op batch_norm = new("aten::batch_norm");
    public static readonly Op bilinear = new("aten::bilinear");
    public static readonly Op col2im = new("aten::col2im");
    public static readonly Op constant_pad_nd = new("aten::constant_pad_nd");
    public static readonly Op conv1d = new("aten::conv1d");
    public static readonly Op conv1d_padding = new("aten::conv1d", "padding");
    public static readonly Op conv2d = new("aten::conv2d");
    public static readonly Op conv2d_padding = new("aten::conv2d", "padding");
    public static readonly Op conv3d = new("aten::conv3d");
    public static readonly Op conv3d_padding = new("aten::conv3d", "padding");
    public static readonly Op conv_transpose1d = new("aten::conv_transpose1d");
    public static readonly Op conv_transpose2d_input = new("aten::conv_transpose2d", "input");
    public static readonly Op conv_transpose3d_input = new("aten::conv_transpose3d", "input");
    public static readonly Op cosine_similarity = new("aten::cosine_similarity");
    public static readonly Op dropout = new("aten::dropout");
    public static readonly Op dropout_ = new("aten::dropout_");
    public static readonly Op embedding = new("aten::embedding");
    public static readonly Op embedding_renorm_ = new("aten::embedding_renorm_");
    public static readonly Op feature_alpha_dropout = new("aten::feature_alpha_dropout");
    public static readonly Op feature_alpha_dropout_ = new("aten::feature_alpha_dropout_");
    public static readonly Op feature_dropout = new("aten::feature_dropout");
    public static readonly Op feature_dropout_ = new("aten::feature_dropout_");
    public static readonly Op group_norm = new("aten::group_norm");
    public static readonly Op hardshrink = new("aten::hardshrink");
    public static readonly Op im2col = new("aten::im2col");
    public static readonly Op instance_norm = new("aten::instance_norm");
    public static readonly Op layer_norm = new("aten::layer_norm");
    public static readonly Op linear = new("aten::linear");
    public static readonly Op max_pool1d = new("aten::max_pool1d");
    public static readonly Op max_pool1d_with_indices = new("aten::max_pool1d_with_indices");
    public static readonly Op max_pool2d = new("aten::max_pool2d");
    public static readonly Op max_pool2d_with_indices = new("aten::max_pool2d_with_indices");
    public static readonly Op max_pool3d = new("aten::max_pool3d");
    public static readonly Op max_pool3d_with_indices = new("aten::max_pool3d_with_indices");
    public static readonly Op mish = new("aten::mish");
    public static readonly Op mish_ = new("aten::mish_");
    public static readonly Op pad = new("aten::pad");
    public static readonly Op pairwise_distance = new("aten::pairwise_distance");
    public static readonly Op pixel_shuffle = new("aten::pixel_shuffle");
    public static readonly Op pixel_unshuffle = new("aten::pixel_unshuffle");
    public static readonly Op rrelu_ = new("aten::rrelu_");
    public static readonly Op softshrink = new("aten::softshrink");
    public static readonly Op lstm_input = new("aten::lstm", "input");
    public static readonly Op gru_input = new("aten::gru", "input");
    public static readonly Op rnn_tanh_input = new("aten::rnn_tanh", "input");
    public static readonly Op rnn_relu_input = new("aten::rnn_relu", "input");
    public static readonly Op lstm_cell = new("aten::lstm_cell");
    public static readonly Op gru_cell = new("aten::gru_cell");
    public static readonly Op rnn_tanh_cell = new("aten::rnn_tanh_cell");
    public static readonly Op rnn_relu_cell = new("aten::rnn_relu_cell");

    // Of other families.
    public static readonly Op one_hot = new("aten::one_hot");
}
