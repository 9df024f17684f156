using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class Pca : IPca
{
    public static Matrix<double> Centre(Matrix<double> x)
        => throw new NotImplementedException();

    public static Matrix<double> Covariance(Matrix<double> x)
        => throw new NotImplementedException();

    public static double VarianceAlong(Matrix<double> covariance, Vector<double> direction)
        => throw new NotImplementedException();

    public static Vector<double> LagrangianGradient(Matrix<double> covariance, Vector<double> direction, double multiplier)
        => throw new NotImplementedException();

    public static PrincipalAxis LeadingAxis(Matrix<double> covariance)
        => throw new NotImplementedException();

    public static PcaModel Fit(Matrix<double> x, int components)
        => throw new NotImplementedException();

    public static Matrix<double> Transform(PcaModel model, Matrix<double> x)
        => throw new NotImplementedException();

    public static Matrix<double> InverseTransform(PcaModel model, Matrix<double> scores)
        => throw new NotImplementedException();
}
