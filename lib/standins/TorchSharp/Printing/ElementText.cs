using System.Numerics;

namespace TorchSharp;

/// <summary>One element as text.</summary>
/// <param name="literal">As a C# literal: <c>0.5f</c>, <c>true</c>.</param>
internal sealed class ElementText(PrintOptions options, bool literal) : ElementReader.IMap<string>
{
    public string Integer(long value) => value.ToString(options.Culture);

    public string Real(double value, int bits) =>
        bits == 64 ? value.ToString(options.FloatFormat, options.Culture)
        : ((float)value).ToString(options.FloatFormat, options.Culture) + (literal ? "f" : "");

    public string Boolean(bool value) => literal ? value ? "true" : "false" : value.ToString();

    public string Complex(Complex value)
    {
        var real = value.Real.ToString(options.FloatFormat, options.Culture);
        var imaginary = value.Imaginary.ToString(options.FloatFormat, options.Culture) + "i";
        return value.Imaginary == 0 ? real
            : value.Real == 0 ? imaginary
            : value.Imaginary < 0 ? real + imaginary : $"{real}+{imaginary}";
    }
}
