using KataKit.Grading;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>No source takes the grader down, whatever it does to the compiler.</summary>
public sealed class CompilerLimitTests
{
    private const int Many = 40_000;

    private static readonly Kata Kata = Evidence.Catalogue.Katas[0];
    private static readonly SubmissionCompiler Compiler = new(KataBuild.Read(Kata));

    [Theory]
    [InlineData("int x = ", "(", "1", ")", ";")]
    [InlineData("int x = a", "[", "1", "]", ";")]
    [InlineData("", "A<", "int", ">", " x;")]
    [InlineData("object x = a is ", "{ P: ", "1", "}", ";")]
    [InlineData("string x = ", "$\"{", "1", "}\"", ";")]
    [InlineData("\n#if ", "(", "X", ")", "\n#endif\n")]
    public async Task What_is_nested_far_too_deeply_is_not_compiled(string before, string open, string core, string close, string after)
        => await ExpectErrorAsync(before + Repeat(open) + core + Repeat(close) + after, "KATAKIT104");

    [Theory]
    [InlineData("bool x = ", "!", "true;")]
    [InlineData("int", "*", " x;")]
    [InlineData("bool x = a is ", "not ", "1;")]
    [InlineData("int x = a", ".b", ";")]
    [InlineData("\n#if ", "!", "X\n#endif\n")]
    public async Task What_is_in_a_row_too_often_is_a_build_error(string before, string repeated, string after)
        => await ExpectErrorAsync(before + Repeat(repeated) + after, null);

    [Fact]
    public async Task What_is_far_too_long_is_not_compiled() => await ExpectErrorAsync(new string(' ', 300_000), "KATAKIT101");

    [Fact]
    public async Task The_compiler_has_a_limit_of_time()
    {
        using var hasty = new KataGrader(limits: new GradingLimits { CompileTime = TimeSpan.FromTicks(1) });

        var graded = await hasty.GradeAsync(Kata, await File.ReadAllTextAsync(Kata.SolutionPath), "Answer.cs");

        Assert.Equal(Verdict.BuildError, graded.Grade.Verdict);
        Assert.Equal("KATAKIT102", Assert.Single(graded.Compiled.Errors).Id);
    }

    [Theory]
    [InlineData("public class A : ISelfAttention;", "SelfAttention")]
    [InlineData("public class A : KataKit.Contracts.IPca;", "Pca")]
    [InlineData("public class A : IBpeTokenizer<A>;", "BpeTokenizer")]
    [InlineData("public class A : KataKit.Contracts.IBpeTokenizer<A>;", "BpeTokenizer")]
    [InlineData("public class A : IPca, IMaxPool;", null)]
    [InlineData("// IPca\npublic class A;", null)]
    public void The_contract_tells_which_kata_is_answered(string source, string? kata)
        => Assert.Equal(kata, Evidence.Catalogue.Recognise(source)?.Name);

    [Fact]
    public void What_cannot_be_parsed_answers_no_kata() => Assert.Null(Evidence.Catalogue.Recognise(Repeat("(")));

    private static async Task ExpectErrorAsync(string member, string? id)
    {
        var compiled = await Compiler.CompileAsync($"class C {{ {member} }}", "Answer.cs");

        Assert.Null(compiled.Image);
        Assert.NotEmpty(compiled.Errors);
        Assert.True(id is null || compiled.Errors[0].Id == id, compiled.Errors[0].ToString());
    }

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, Many));
}
