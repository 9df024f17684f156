using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Hosting;

/// <summary>
/// Asks the compiler whether a type is finished. A method that ends too early, a variable that is read before it is set: such code is
/// still being typed, its operations look whole, and what is missing from it is no mistake yet.
/// </summary>
internal static class CompilerErrors
{
    /// <summary>
    /// Whether the compiler has an error in any part of a type. It binds the type once more, so it is asked only where there is
    /// something to report.
    /// </summary>
    public static bool Exist(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
        => type.DeclaringSyntaxReferences.Any(part => compilation.GetSemanticModel(part.SyntaxTree)
            .GetDiagnostics(part.Span, cancellation)
            .Any(x => x.Severity == DiagnosticSeverity.Error));
}
