namespace Deedle;

public enum ConversionKind
{
    Exact = 0,
    Safe = 1,
    Flexible = 2,
}
