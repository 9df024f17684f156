using KataKit.Grading;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>Wrong answers as edits of right ones: what they expand to, and what is said of one that does not apply.</summary>
public sealed class AnswerEditTests : IDisposable
{
    private const string Base = "// style: loops\nusing System;\n\nclass A\n{\n    int x = 1;\n\n    int y = 1;\n}\n";

    private const string Head = "mistake: X1 two for one\nbase: right/Loops.cs\nfails: A_b\nrule: none\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("katakit");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Header_and_hunks_take_the_place_of_what_stands_there()
    {
        var edit = AnswerEdit.Parse(Head + "@@\n-    int x = 1;\n+    int x = 2;\n@@\n     int y = 1;\n+    int z = 1;\n }\n");

        Assert.Equal(("right/Loops.cs", 3), (edit.Base, edit.ChangedLines));
        Assert.Equal(
            "// mistake: X1 two for one\n// fails: A_b\n// rule: none\nusing System;\n\nclass A\n{\n    int x = 2;\n\n    int y = 1;\n    int z = 1;\n}\n",
            edit.Apply(Base));
    }

    [Fact]
    public void Context_may_hold_empty_lines_and_hunks_may_come_in_any_order()
    {
        var edit = AnswerEdit.Parse(Head + "@@\n-    int y = 1;\n+    int y = 3;\n@@\n using System;\n\n-class A\n+class B\n");

        Assert.Equal("using System;\n\nclass B\n{\n    int x = 1;\n\n    int y = 3;\n}\n", Body(edit.Apply(Base)));
    }

    [Fact]
    public void Line_breaks_of_another_system_are_the_same()
    {
        var edit = AnswerEdit.Parse((Head + "@@\n-    int x = 1;\n+    int x = 2;\n").ReplaceLineEndings("\r\n"));

        Assert.Equal(edit.Apply(Base), edit.Apply(Base.ReplaceLineEndings("\r\n")));
    }

    [Theory]
    [InlineData("-    int x = 3;\n+    int x = 2;\n", "stand 0 times in right/Loops.cs")]
    [InlineData("+    int z = 2;\n", "stand 0 times")]
    [InlineData(" \n+    int z = 2;\n", "stand 3 times")]
    public void A_hunk_must_stand_in_the_base_once(string hunk, string said)
    {
        var edit = AnswerEdit.Parse(Head + "@@\n" + hunk);

        var message = Assert.Throws<FormatException>(() => edit.Apply(Base)).Message;
        Assert.Contains(said, message, StringComparison.Ordinal);
        Assert.Contains("line 5", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hunks_that_meet_are_refused()
    {
        var edit = AnswerEdit.Parse(Head + "@@\n class A\n {\n-    int x = 1;\n@@\n     int x = 1;\n+    int z = 1;\n");

        Assert.Contains("another hunk", Assert.Throws<FormatException>(() => edit.Apply(Base)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mistake: X1 a\nfails: A_b\nrule: none\n@@\n-a\n+b\n", "base: right/")]
    [InlineData("mistake: X1 a\nbase: solution\nbase: solution\n@@\n-a\n+b\n", "once")]
    [InlineData("mistake: X1 a\nbase: solution\n", "changes nothing")]
    [InlineData("mistake: X1 a\nbase: solution\n@@\n a\n", "changes nothing")]
    [InlineData("mistake: X1 a\nbase: solution\n-a\n+b\n", "'-a' is no line of a header")]
    [InlineData("mistake: X1 a\nbase: solution\n@@\n-a\nb\n", "Line 5 of the edit begins with 'b'")]
    [InlineData("", "base: right/")]
    public void What_is_no_edit_is_refused(string text, string said)
        => Assert.Contains(said, Assert.Throws<FormatException>(() => AnswerEdit.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_edit_of_more_than_thirty_lines_is_refused()
    {
        Assert.Equal(30, AnswerEdit.Parse(WithLines(30)).ChangedLines);
        Assert.Contains("31 lines", Assert.Throws<FormatException>(() => AnswerEdit.Parse(WithLines(31))).Message, StringComparison.Ordinal);

        static string WithLines(int count) => Head + "@@\n" + string.Concat(Enumerable.Repeat("+x\n", count));
    }

    [Fact]
    public void A_file_is_expanded_by_its_base_beside_it_or_by_the_solution()
    {
        Write("solutions/Early/Alpha/Alpha.cs", Base);
        Write("tests/Submissions/Early/Alpha/right/Loops.cs", Base);
        var ofRight = Write("tests/Submissions/Early/Alpha/wrong/X1_A.diff", Head + "@@\n-    int x = 1;\n+    int x = 2;\n");
        var ofSolution = Write("tests/Submissions/Early/Alpha/wrong/X2_A.diff", Head.Replace("right/Loops.cs", "solution", StringComparison.Ordinal) + "@@\n-    int x = 1;\n+    int x = 2;\n");
        var astray = Write("tests/Submissions/Early/Alpha/wrong/X3_A.diff", Head.Replace("Loops", "Gone", StringComparison.Ordinal) + "@@\n-    int x = 1;\n+    int x = 2;\n");

        Assert.Contains("int x = 2;", AnswerText.Read(ofRight), StringComparison.Ordinal);
        Assert.Equal(AnswerText.Read(ofRight), AnswerText.Read(ofSolution));
        var message = Assert.Throws<FormatException>(() => AnswerText.Read(astray)).Message;
        Assert.Contains("X3_A.diff", message, StringComparison.Ordinal);
        Assert.Contains("right/Gone.cs", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_of_more_than_half_of_the_mistakes_is_told()
    {
        var kata = new Kata("Alpha", "Early", _folder.FullName);
        Write("tests/Submissions/Early/Alpha/wrong/X1_A.diff", Head + "@@\n-    int x = 1;\n+    int x = 2;\n");
        Assert.Empty(EvidenceBalance.ProblemsOf(kata));

        Write("tests/Submissions/Early/Alpha/wrong/X2_A.cs", Base);
        Write("tests/Submissions/Early/Alpha/wrong/X4_Broken.diff", "no edit");
        Write("tests/Submissions/Early/Alpha/wrong/X5_A.diff", Head + "@@\n-    int x = 1;\n+    int x = 3;\n");
        Assert.Empty(EvidenceBalance.ProblemsOf(kata));

        Write("tests/Submissions/Early/Alpha/wrong/X6_A.diff", Head + "@@\n-    int x = 1;\n+    int x = 4;\n");
        Assert.Contains("right/Loops.cs is the base of 3 of 5", Assert.Single(EvidenceBalance.ProblemsOf(kata)), StringComparison.Ordinal);
    }

    private static string Body(string text) => text[text.IndexOf("using", StringComparison.Ordinal)..];

    private string Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
        return file.FullName;
    }
}
