namespace Deedle;

public enum JoinKind
{
    Outer = 0,
    Inner = 1,
    Left = 2,
    Right = 3,
}
