using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static KataKit.Specs.Checking.Matrices;

namespace KataKit.Specs;

/// <content>The gradient of wᵀSw − λ(wᵀw − 1), against its definition, against differences, and where it vanishes.</content>
public abstract partial class PcaSpec<TKata>
{
    [Theory]
    [InlineData(1, 2, 3, 118, 170)] // S·w = (62, 91), less 3·w = (59, 85), twice
    [InlineData(1, 0, 0, 52, 36)] // no constraint: twice the first column of S
    [InlineData(-2, 1, -4, -84, 9)] // S·w = (−34, 0.5), plus 4·w = (−42, 4.5), twice
    [InlineData(0, 0, 7, 0, 0)]
    public void LagrangianGradient_is_as_worked_by_hand(double w1, double w2, double multiplier, double g1, double g2)
        => Near(
            LagrangianGradient(PcaSamples.CrossCovariance, Entries(w1, w2), multiplier),
            Entries(g1, g2),
            $"the gradient at w = ({Show(w1)}, {Show(w2)}) for λ = {Show(multiplier)}, both terms differentiated");

    [Fact]
    public void LagrangianGradient_vanishes_at_an_eigenvector_with_its_eigenvalue()
    {
        for (var i = 0; i < 3; i++)
        {
            foreach (var length in new[] { 1.0, -1, 5 })
            {
                Near(
                    LagrangianGradient(PcaSamples.BoxCovariance, PcaSamples.BoxAxes.Row(i) * length, PcaSamples.BoxVariances[i]),
                    new double[3],
                    $"axis {i} of the box times {Show(length)} solves S·w = λ·w, so L must be stationary there");
            }
        }
    }

    [Fact]
    public void LagrangianGradient_does_not_vanish_for_another_multiplier()
    {
        // At axis a with variance 147 and λ = 140 what is left is 2·(147 − 140)·a = 14·(2, 3, 6)/7.
        Near(
            LagrangianGradient(PcaSamples.BoxCovariance, PcaSamples.BoxAxes.Row(0), 140),
            Entries(4, 6, 12),
            "λ is given: it is not to be replaced by the one that fits w");
    }

    [Fact]
    public void LagrangianGradient_agrees_with_differences_of_the_Lagrangian()
        => Property.Holds(
            "the gradient is the derivative of L(w, λ) = wᵀSw − λ(wᵀw − 1) with respect to w",
            seed: 106,
            PcaCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var covariance = sample.Covariance;
                var w = Vector<double>.Build.Dense(sample.Features, j => 0.75 - (j % 4));
                const double Multiplier = 2.5;
                double Lagrangian(Vector<double> at) => (at * (covariance * at)) - (Multiplier * ((at * at) - 1));

                // L is quadratic, so central differences of any step are exact but for rounding.
                var unit = Matrix<double>.Build.DenseIdentity(sample.Features);
                var differences = Vector<double>.Build.Dense(
                    sample.Features, j => (Lagrangian(w + (unit.Row(j) / 2)) - Lagrangian(w - (unit.Row(j) / 2))));
                Near(
                    LagrangianGradient(covariance, w, Multiplier),
                    differences,
                    $"at w = {Show(w)} and λ = {Show(Multiplier)} the gradient must be the slope of L along each feature");
            },
            sample => sample.Simpler());
}
