namespace Deedle;

public enum Direction
{
    Backward = 0,
    Forward = 1,
}
