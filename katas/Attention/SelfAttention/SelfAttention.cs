using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class SelfAttention : ISelfAttention
{
    public static Matrix<double> Softmax(Matrix<double> logits)
        => throw new NotImplementedException();

    public static AttentionResult Attend(Matrix<double> queries, Matrix<double> keys, Matrix<double> values, bool[,]? mask = null)
        => throw new NotImplementedException();

    public static Matrix<double> Forward(
        Matrix<double> x,
        Matrix<double> wq,
        Matrix<double> wk,
        Matrix<double> wv,
        Matrix<double> wo,
        int heads,
        bool[,]? mask = null)
        => throw new NotImplementedException();
}
