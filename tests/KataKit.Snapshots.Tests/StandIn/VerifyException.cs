namespace VerifyTests;

/// <summary>A text is not the one that was accepted.</summary>
public sealed class VerifyException(string message) : Exception(message);
