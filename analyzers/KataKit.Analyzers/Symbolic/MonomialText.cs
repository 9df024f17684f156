using System.Globalization;
using System.Text;

namespace KataKit.Analyzers.Symbolic;

/// <summary>Writes a monomial as a learner would: <c>d_model/heads</c>, <c>1/√d_model</c>, <c>√(d_model/heads)</c>.</summary>
internal static class MonomialText
{
    private static readonly Rational Half = new(1, 2);

    public static string Show(Monomial monomial)
    {
        var above = new List<string>();
        var below = new List<string>();
        var rootAbove = new List<string>();
        var rootBelow = new List<string>();
        if (monomial.Coefficient.Numerator != 1)
        {
            above.Add(monomial.Coefficient.Numerator.ToString(CultureInfo.InvariantCulture));
        }

        if (monomial.Coefficient.Denominator != 1)
        {
            below.Add(monomial.Coefficient.Denominator.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var (atom, exponent) in monomial.Powers)
        {
            var size = exponent.CompareTo(Rational.Zero) < 0 ? -exponent : exponent;
            var (plain, root) = exponent.CompareTo(Rational.Zero) > 0 ? (above, rootAbove) : (below, rootBelow);
            if (size == Half)
            {
                root.Add(atom.Name);
            }
            else
            {
                plain.Add(size == Rational.One ? atom.Name : $"{atom.Name}^{(size.IsInteger ? size.ToString() : $"({size})")}");
            }
        }

        // √a/√b reads better as √(a/b), and 1/(√a/√b) as 1/√(a/b): keep one root and put it where most of it belongs.
        if (rootBelow.Count > 0)
        {
            below.Add(Root(rootBelow, rootAbove));
        }
        else if (rootAbove.Count > 0)
        {
            above.Add(Root(rootAbove, rootBelow));
        }

        return Quotient(above, below);
    }

    private static string Root(List<string> above, List<string> below)
    {
        var inside = Quotient(above, below);
        return above.Count + below.Count == 1 ? "√" + inside : $"√({inside})";
    }

    private static string Quotient(List<string> above, List<string> below)
    {
        var text = new StringBuilder(above.Count == 0 ? "1" : string.Join("·", above));
        if (below.Count > 0)
        {
            text.Append('/').Append(below.Count == 1 ? below[0] : $"({string.Join("·", below)})");
        }

        return text.ToString();
    }
}
