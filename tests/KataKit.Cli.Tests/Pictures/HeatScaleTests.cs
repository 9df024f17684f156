using FluentAssertions;
using Xunit;

namespace KataKit.Cli.Tests.Pictures;

/// <summary>One scale for two matrices.</summary>
public sealed class HeatScaleTests
{
    [Fact]
    public void It_runs_from_the_least_to_the_greatest_of_both_matrices()
    {
        var scale = HeatScale.Of(Pair.Of(new double[,] { { 10, 12 }, { 11, 11 } }, new double[,] { { 10, 12 }, { 11, 14 } }));

        (scale.Low, scale.High, scale.IsDiverging).Should().Be((10, 14, false));
        (scale.Share(10), scale.Share(11), scale.Share(14)).Should().Be((0, 0.25, 1));
    }

    [Fact]
    public void Both_signs_are_measured_alike_from_zero()
    {
        var scale = HeatScale.Of(Pair.Of(new double[,] { { -8, 0 }, { 1, 2 } }, new double[,] { { -8, 0 }, { 1, 4 } }));

        (scale.Low, scale.High, scale.IsDiverging).Should().Be((-8, 8, true));
        (scale.Share(-8), scale.Share(0), scale.Share(4)).Should().Be((-1, 0, 0.5));
        scale.Steps(5).Should().Equal(-8, -4, 0, 4, 8);
    }

    [Fact]
    public void What_is_not_finite_does_not_stretch_it()
    {
        var scale = HeatScale.Of(Pair.Of(new[,] { { 1, 2 }, { 3, double.NaN } }, new[,] { { 1, 2 }, { 3, double.NegativeInfinity } }));

        (scale.Low, scale.High).Should().Be((1, 3));
    }

    [Fact]
    public void The_widest_numbers_there_are_stay_on_it()
    {
        var oneWay = HeatScale.Of(Pair.Of(new[,] { { 0, double.MaxValue }, { 1, 1 } }, new[,] { { 0, double.MaxValue }, { 1, 1 } }));
        var twoWays = HeatScale.Of(Pair.Of(new[,] { { double.MinValue, double.MaxValue }, { 1, 1 } }, new[,] { { 0, double.MaxValue }, { 1, 1 } }));

        (oneWay.Share(double.MaxValue), twoWays.Share(double.MinValue)).Should().Be((1, -1));
        oneWay.Steps(9).Concat(twoWays.Steps(9)).Should().OnlyContain(step => double.IsFinite(step));
    }

    [Fact]
    public void Equal_numbers_are_in_the_middle()
        => HeatScale.Of(Pair.Of(new double[,] { { 3, 3 }, { 3, 3 } }, new[,] { { 3, double.NaN }, { 3, 3 } })).Share(3).Should().Be(0.5);

    [Fact]
    public void Brightness_alone_tells_the_order_where_there_is_one_direction()
    {
        var scale = HeatScale.Of(Pair.Of(new double[,] { { 0, 8 }, { 1, 1 } }, new double[,] { { 0, 8 }, { 1, 2 } }));

        scale.Steps(9).Select(step => HeatPalette.ColourOf(scale, step)).Select(colour => (0.299 * colour.R) + (0.587 * colour.G) + (0.114 * colour.B))
            .Should().BeInAscendingOrder();
    }
}
