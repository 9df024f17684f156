using FluentAssertions;
using KataKit.Journal;
using Spectre.Console;
using Xunit;

namespace KataKit.Cli.Tests.Pictures;

/// <summary>Heat maps in a terminal, without colours and behind a pipe: what is drawn, marked, left out.</summary>
public sealed class HeatMapTests
{
    private static readonly ComparedMatrices Weights = Pair.Of(
        new[,] { { 0, 0.5, 0.5 }, { 0.25, 0.25, 0.5 } },
        new[,] { { 0, 0.5, 0.5 }, { 0.25, 1, 0 } });

    [Fact]
    public void Without_colours_entries_are_shades_and_the_first_that_differs_has_a_mark_of_its_own()
        => Weights.Draw(ColorSystemSupport.NoColors).Should().Equal(
            "  expected     got",
            "     0  1  2      0  1  2",
            "  0    ▒▒ ▒▒   0    ▒▒ ▒▒ ",
            "  1 ░░ ░░◄▒▒*  1 ░░ ██◄  *",
            "  0 [  ░░▒▒▓▓██] 1  ◄ the first that differs  * differs");

    [Fact]
    public void Behind_a_pipe_entries_are_numbers()
        => Weights.Draw(ColorSystemSupport.NoColors, isPainted: false).Should().Equal(
            "  expected              got",
            "        0     1     2         0     1     2",
            "  0     0   0.5   0.5   0     0   0.5   0.5 ",
            "  1  0.25  0.25◄  0.5*  1  0.25     1◄    0*",
            "  ◄ the first that differs  * differs");

    [Fact]
    public void In_colour_equal_numbers_have_one_colour_in_both_matrices()
    {
        var lines = Weights.Draw(ColorSystemSupport.TrueColor);

        lines.Should().HaveCount(5);
        Count(lines[2], Background(68, 1, 84)).Should().Be(2, "0 is the darkest colour, once in each matrix");
        Count(lines[3], Background(68, 1, 84)).Should().Be(1);
        Count(lines[3], Background(253, 231, 37)).Should().Be(1, "1 is the brightest");
        string.Concat(lines).Should().NotContain("░").And.Contain("◄").And.Contain("*", "marks do not depend on colour");
    }

    [Fact]
    public void Where_there_are_both_signs_zero_is_in_the_middle_and_each_shade_says_its_sign()
    {
        var pair = Pair.Of(new double[,] { { -1, 0 }, { 2, 4 } }, new double[,] { { 1, 0 }, { 2, 4 } });

        var lines = pair.Draw(ColorSystemSupport.NoColors);

        lines[2].Should().Be("  0 -░◄     0 +░◄   ");
        lines[3].Should().Be("  1 +▒ +█   1 +▒ +█ ");
        lines[4].Should().StartWith("  -4 -█ -▓ -▒ -░    +░ +▒ +▓ +█ 4  ◄ differs", "a single entry needs one mark only");
        pair.Draw(ColorSystemSupport.TrueColor)[2].Should().Contain(Background(247, 247, 247), "zero has neither colour");
    }

    [Fact]
    public void What_is_not_finite_stands_outside_the_scale()
    {
        var pair = Pair.Of(
            new[,] { { 1, double.NaN }, { double.PositiveInfinity, 3 } },
            new[,] { { double.NaN, double.NaN }, { double.NegativeInfinity, 3 } });

        var lines = pair.Draw(ColorSystemSupport.NoColors);

        lines[2].Should().Be("  0   ◄??   0 ??◄?? ");
        lines[3].Should().Be("  1 +∞*██   1 -∞*██ ");
        lines[4].Should().StartWith("  1 [").And.Contain("] 3").And.Contain("?? NaN");
        pair.Draw(ColorSystemSupport.NoColors, isPainted: false)[2].Should().Contain("NaN◄").And.NotContain("?");
    }

    [Fact]
    public void Nothing_but_infinities_has_a_picture_too()
        => Pair.Of(new[,] { { double.NaN, double.NaN }, { double.NaN, double.NaN } }, new[,] { { double.NaN, double.PositiveInfinity }, { double.NaN, double.NaN } })
            .Draw(ColorSystemSupport.EightBit).Should().HaveCount(5);

    [Theory]
    [InlineData(ColorSystemSupport.NoColors, true)]
    [InlineData(ColorSystemSupport.NoColors, false)]
    [InlineData(ColorSystemSupport.Standard, true)]
    public void What_does_not_fit_is_cropped_around_the_first_that_differs_and_says_so(ColorSystemSupport colours, bool isPainted)
    {
        var lines = Pair.Of(16, 16, 9, 14).Draw(colours, isPainted);

        lines.Should().Contain(line => line.Contains('◄')).And.Contain(line => line.Contains("of 16, columns", StringComparison.Ordinal) && line.Contains("–15 of 16", StringComparison.Ordinal));
        lines.Select(Visible).Should().OnlyContain(line => line.Length <= 80);
    }

    [Fact]
    public void A_part_counts_from_where_it_lies_in_the_whole()
    {
        var part = Pair.Of(4, 4, 2, 1) with { FirstRow = 30, FirstColumn = 8, TotalRows = 40, TotalColumns = 12, Slice = 2 };

        var lines = part.Draw(ColorSystemSupport.NoColors);

        lines[0].Should().StartWith("  expected [2, :, :]");
        lines[1].Should().Contain(" 8  9 10 11");
        lines[4].Should().StartWith("  32 ").And.Contain("◄");
        lines[^1].Should().Contain("rows 30–33 of 40, columns 8–11 of 12");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void It_fits_every_room_or_is_not_there(string language)
    {
        foreach (var matrices in new[] { Weights, Pair.Of(16, 16, 15, 15), Pair.Of(2, 16, 0, 3), Pair.Of(16, 2, 8, 1) })
        {
            for (var height = 0; height < 24; height++)
            {
                foreach (var width in new[] { 10, 24, 40, 80, 120 })
                {
                    foreach (var isPainted in new[] { true, false })
                    {
                        var lines = matrices.Draw(ColorSystemSupport.NoColors, isPainted, width, height, language);
                        lines.Should().HaveCountLessThanOrEqualTo(height);
                        lines.Where(line => Columns(line) > width).Should().BeEmpty();
                        (lines.Length == 0 || lines.Any(line => line.Contains(HeatMap.FirstMark))).Should().BeTrue("a picture without the wrong entry tells nothing");
                    }
                }
            }
        }
    }

    [Fact]
    public void Chinese_is_spoken_where_it_is_asked_for()
        => string.Join('\n', Weights.Draw(ColorSystemSupport.NoColors, language: "zh-Hans")).Should().Contain("期望").And.Contain("得到").And.Contain("◄ 第一处不同");

    private static string Background(int red, int green, int blue) => $"48;2;{red};{green};{blue}m";

    private static int Count(string line, string part) => line.Split(part).Length - 1;

    private static string Visible(string line) => System.Text.RegularExpressions.Regex.Replace(line, "\u001b\\[[0-9;]*m", "");

    private static int Columns(string line) => line.Sum(character => character >= '\u2E80' && character <= '\uFF60' ? 2 : 1);
}
