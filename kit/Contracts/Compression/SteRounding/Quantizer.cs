namespace KataKit.Contracts;

/// <summary>
/// The map between real numbers and integer codes (Jacob et al. 2018, equation 1): a code <c>q</c> stands for the real number
/// <c>scale · (q − zeroPoint)</c>. It is plain data; the members of <see cref="ISteRounding"/> that take one say what they reject.
/// </summary>
/// <param name="Scale">The distance between the real numbers of two neighbouring codes; positive and finite, however small or large.</param>
/// <param name="ZeroPoint">The code that stands for 0.0; one of the codes of <paramref name="Bits"/> and <paramref name="Signed"/>.</param>
/// <param name="Bits">The width of a code, 2 to 16 bits.</param>
/// <param name="Signed">Whether the codes are two's complement (int8: −128 … 127) or count from 0 (uint8: 0 … 255).</param>
public sealed record Quantizer(double Scale, int ZeroPoint, int Bits, bool Signed);
