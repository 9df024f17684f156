using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using KataKit.Analyzers.Rules.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Rules.General;

/// <summary>
/// KATA0011: a member is given weights or values and asks for their shape at most. The formula of the contract needs every array that it
/// names, so what is not read is missing from the result.
/// </summary>
internal sealed class ParameterNeverRead : GraphRule
{
    public const string Id = "KATA0011";

    private const int DeepestCall = 4;

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    private static readonly HashSet<string> Shapes = new(StringComparer.Ordinal)
    {
        "RowCount", "ColumnCount", "Count", "Length", "LongLength", "Rank", "GetLength", "GetUpperBound", "GetLowerBound",
    };

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        // Of the quantiser's parameters KATA6002 says what they are for.
        => program.Contract is not { Kata: not QuantiserArrays.Kata } contract
            ? []
            : from graph in program.Graphs
              from parameter in graph.Entry.Parameters
              where !parameter.IsOptional
                  && contract.AxesOf(parameter) is not null
                  && BodyOf(graph) is { } body
                  && !IsRead(parameter, body, DeepestCall)
              select Diagnostic.Create(Rule, parameter.Locations[0], parameter.Name, graph.Entry.Name);

    /// <summary>The code of the member; none where it returns nothing, as one that is not written yet.</summary>
    private static IOperation? BodyOf(ValueGraph graph)
    {
        var operation = graph.Events.LastOrDefault(x => x.Kind == GraphEventKind.Return)?.Site;
        while (operation?.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>Whether code uses more of a parameter than its shape. Whatever is not known to ask for the shape counts as a reading.</summary>
    private static bool IsRead(IParameterSymbol parameter, IOperation body, int depth)
        => body.Descendants().OfType<IParameterReferenceOperation>()
            .Where(x => SymbolEqualityComparer.Default.Equals(x.Parameter, parameter) && !IsName(x))
            .Any(x => !AsksForShape(x, depth));

    private static bool IsName(IOperation reference) => reference.Syntax.Ancestors().OfType<InvocationExpressionSyntax>().Any(x => x.Expression is IdentifierNameSyntax { Identifier.Text: "nameof" });

    private static bool AsksForShape(IOperation reference, int depth)
        => reference.Parent switch
        {
            IConversionOperation conversion => AsksForShape(conversion, depth),
            IPropertyReferenceOperation { Property.IsIndexer: false } property => Shapes.Contains(property.Property.Name),
            IInvocationOperation invocation when invocation.Instance == reference => Shapes.Contains(invocation.TargetMethod.Name),
            IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } } => true,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand: var other } => other.ConstantValue is { HasValue: true, Value: null } || other is IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: null } },
            IArgumentOperation { Parent: IInvocationOperation call } argument => ChecksOnly(call.TargetMethod, argument, depth),
            _ => false,
        };

    private static bool ChecksOnly(IMethodSymbol method, IArgumentOperation argument, int depth)
    {
        if (method.Name is "ThrowIfNull" or "ThrowIfNullOrEmpty")
        {
            return true;
        }

        var declaration = method.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return depth > 0
            && declaration is not null
            && argument.SemanticModel is { } model
            && model.SyntaxTree == declaration.SyntaxTree
            && argument.Parameter is { RefKind: RefKind.None } parameter
            && model.GetOperation(declaration) is { } body
            && !IsRead(parameter.OriginalDefinition, body, depth - 1);
    }
}
