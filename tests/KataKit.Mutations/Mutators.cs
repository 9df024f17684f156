using KataKit.Mutations.Arithmetic;
using KataKit.Mutations.Arrays;
using KataKit.Mutations.Locals;
using KataKit.Mutations.Loops;
using KataKit.Mutations.Methods;
using KataKit.Mutations.Naming;
using Microsoft.CodeAnalysis;

namespace KataKit.Mutations;

/// <summary>The mutators of this library.</summary>
public static class Mutators
{
    /// <summary>Every mutator once, in a fixed order.</summary>
    public static IReadOnlyList<Mutator> All { get; } =
    [
        new RenameEverything(),
        new ExtractMethod(),
        new ExtractLocalFunction(),
        new ExtractLoop(),
        new InlineMethod(),
        new ExtractLocal(),
        new InlineLocal(),
        new SwapLoops(),
        new ForToWhile(),
        new WhileToFor(),
        new ForToLinq(),
        new LinqToFor(),
        new ArrayToMatrix(),
        new MatrixToArray(),
        new MatrixToJagged(),
        new RectangularToJagged(),
        new JaggedToRectangular(),
        new CommuteOperands(),
        new FlipComparisons(),
        new CompoundToPlain(),
        new PlainToCompound(),
        new ReciprocalScale(),
        new SplitScale(),
        new SqrtToPower(),
    ];

    /// <summary>Every mutant of a submission, by every mutator.</summary>
    /// <param name="compilation">Compiles without errors.</param>
    /// <param name="tree">The submission, one of the trees of the compilation.</param>
    public static IEnumerable<Mutant> Of(Compilation compilation, SyntaxTree tree)
    {
        var submission = new Submission(compilation, tree);
        return All.SelectMany(mutator => mutator.Mutants(submission));
    }
}
