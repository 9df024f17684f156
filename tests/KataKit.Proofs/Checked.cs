namespace KataKit.Proofs;

/// <summary>What looking at one answer in many variants found out.</summary>
/// <param name="Cases">How many variants were looked at.</param>
/// <param name="Problems">What does not hold, a text each; none means that all holds.</param>
internal sealed record Checked(int Cases, IReadOnlyList<string> Problems);
