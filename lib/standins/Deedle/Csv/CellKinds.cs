namespace Deedle.Csv;

/// <summary>What the cells of a column look like, seen so far.</summary>
[Flags]
internal enum CellKinds
{
    None = 0,
    Zero = 1,
    One = 2,
    Boolean = 4,
    Integer = 8,
    Long = 16,
    Decimal = 32,
    Double = 64,
    Date = 128,
    Guid = 256,
    Text = 512,
    Empty = 1024,
}
