namespace Kit.Foundation.Randomness;

/// <summary>Where a random stream stands: all that is needed to go on exactly. Hexadecimal text, since numbers in JSON lose digits beyond 2⁵³.</summary>
/// <param name="Key">the key, a 128-bit number as 32 hexadecimal digits</param>
/// <param name="Counter">the block last begun, a 128-bit number as 32 hexadecimal digits; 0 before the first</param>
/// <param name="Position">how many of that block's four numbers were drawn, 0 to 4</param>
/// <remarks>At position 4 NumPy goes on with <c>Philox(key=int(Key, 16), counter=int(Counter, 16))</c>.</remarks>
public sealed record RandomStreamState(string Key, string Counter, int Position);
