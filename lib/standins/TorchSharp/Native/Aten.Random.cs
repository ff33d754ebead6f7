namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Op bernoulli = new("aten::bernoulli");
    public static readonly Op bernoulli__float = new("aten::bernoulli_", "float");
    public static readonly Op bernoulli__Tensor = new("aten::bernoulli_", "Tensor");
    public static readonly Op cauchy_ = new("aten::cauchy_");
    public static readonly Op exponential_ = new("aten::exponential_");
    public static readonly Op geometric_ = new("aten::geometric_");
    public static readonly Op log_normal_ = new("aten::log_normal_");
    public static readonly Op multinomial = new("aten::multinomial");
    public static readonly Op normal_float_float = new("aten::normal", "float_float");
    public static readonly Op normal_Tensor_Tensor = new("aten::normal", "Tensor_Tensor");
    public static readonly Op poisson = new("aten::poisson");
    public static readonly Op rand_generator = new("aten::rand", "generator");
    public static readonly Op rand_like = new("aten::rand_like");
    public static readonly Op randint_like = new("aten::randint_like", "low_dtype");
    public static readonly Op randint_low_generator = new("aten::randint", "low_generator");
    public static readonly Op randn_generator = new("aten::randn", "generator");
    public static readonly Op randn_like = new("aten::randn_like");
    public static readonly Op random__from = new("aten::random_", "from");
    public static readonly Op randperm_generator = new("aten::randperm", "generator");
    public static readonly Op randperm_generator_out = new("aten::randperm", "generator_out");
}
