using System.Globalization;
using TypedExplain.Models.Forests;
using TypedExplain.Numerics;
using TypedExplain.Onnx.Trees.Tracing;

namespace TypedExplain.Onnx.Forests;

/// <summary>Compares a forest with the model that it was read from, row by row.</summary>
internal static class ForestCheck
{
    /// <summary>How far answers may be apart, as a share of the answer and at least of 1.</summary>
    public const double Tolerance = 1e-5;

    // ONNX Runtime adds in single precision: four units in the last place of all that is added.
    private const double Rounding = 1.0 / (1 << 22);
    private const int Rows = 256;

    // Answers of a block of rows, so that memory does not grow with the outputs that a file claims.
    private const int MostAnswers = 1 << 18;

    /// <summary>Scores rows by both.</summary>
    /// <param name="forest">The forest.</param>
    /// <param name="transform">What the model does to the sums that the forest answers with.</param>
    /// <param name="model">The model.</param>
    /// <exception cref="InvalidModelException">They differ; the message has both numbers.</exception>
    public static void Run<T>(Forest<T> forest, AnswerTransform transform, IModel<T> model)
        where T : IFeatureRecord<T>
    {
        int columns = T.Schema.Columns, width = forest.Outputs.Length, asked = model.Outputs.Length;
        double[] values = new double[Rows * columns];
        EncodedRows<T> rows = ForestTrials<T>.Rows(forest, Rows, values);
        if (asked != width && !(width == 1 && asked == 2))
            throw new InvalidModelException($"The trees of the model make {width} numbers, and the model answers with {asked}: {string.Join(", ", model.Outputs)}.");
        int block = Math.Clamp(MostAnswers / Math.Max(width, asked), 1, Rows);
        double[] own = new double[block * width], theirs = new double[block * asked];
        double size = Enumerable.Range(0, forest.TreeCount).Sum(tree => Largest(forest.Trees[tree])) / forest.TreeCount;
        for (int first = 0; first < Rows; first += block)
        {
            int count = Math.Min(block, Rows - first);
            EncodedRows<T> some = new(rows.Values.Slice(first * columns, count * columns));
            forest.Score(some, own.AsSpan(0, count * width));
            model.Score(some, theirs.AsSpan(0, count * asked));
            for (int row = 0; row < count; row++)
                Compare(model, transform, size, some[row], own.AsSpan(row * width, width), theirs.AsSpan(((row + 1) * asked) - width, width));
        }
    }

    private static void Compare<T>(IModel<T> model, AnswerTransform transform, double size, ReadOnlySpan<double> row, Span<double> own, ReadOnlySpan<double> theirs)
        where T : IFeatureRecord<T>
    {
        Transform(transform, own);
        for (int output = 0; output < own.Length; output++)
        {
            double answer = own[output], right = theirs[output];
            double allowed = (Tolerance * Math.Max(1, Math.Abs(right))) + (Rounding * size * (transform == AnswerTransform.Exponential ? Math.Max(1, Math.Abs(right)) : 1));
            if (!(Math.Abs(answer - right) <= allowed) && !answer.Equals(right))
                throw Differs<T>(model.Outputs[^(own.Length - output)], answer, right, row);
        }
    }

    /// <summary>The sums as the model answers them.</summary>
    public static void Transform(AnswerTransform transform, Span<double> sums)
    {
        double most = double.NegativeInfinity, all = 0;
        if (transform == AnswerTransform.Softmax)
        {
            foreach (double sum in sums)
                most = Math.Max(most, sum);
            foreach (double sum in sums)
                all += VectorMath.Exp(sum - most);
        }

        foreach (ref double sum in sums)
        {
            sum = transform switch
            {
                AnswerTransform.Logistic => 1 / (1 + VectorMath.Exp(-sum)),
                AnswerTransform.Softmax => VectorMath.Exp(sum - most) / all,
                AnswerTransform.Exponential => VectorMath.Exp(sum),
                _ => sum,
            };
        }
    }

    private static double Largest(DecisionTree tree)
    {
        double most = 0;
        for (int node = 0; node < tree.NodeCount; node++)
        {
            foreach (double value in tree.Values(node))
                most = Math.Max(most, Math.Abs(value));
        }

        return most;
    }

    private static InvalidModelException Differs<T>(string output, double answer, double right, ReadOnlySpan<double> row)
        where T : IFeatureRecord<T>
    {
        string[] columns = new string[row.Length];
        for (int i = 0; i < row.Length; i++)
            columns[i] = row[i].ToString("R", CultureInfo.InvariantCulture);
        return new(string.Create(CultureInfo.InvariantCulture, $"The trees that were read are not the model: for the encoded row [{string.Join(", ", columns)}] of {T.Schema.Name} they make {output} {answer:R}, and ONNX Runtime answers {right:R}. Use KernelShap, which asks the model itself."));
    }
}
