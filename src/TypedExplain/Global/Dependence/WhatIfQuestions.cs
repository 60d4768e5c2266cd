using TypedExplain.Global.Grids;
using TypedExplain.Global.Work;

namespace TypedExplain.Global.Dependence;

/// <summary>One instance as it is, then with each value of a feature.</summary>
/// <param name="instance">The instance, as the only row.</param>
/// <param name="grid">The values.</param>
internal sealed class WhatIfQuestions<T>(Dataset<T> instance, FeatureGrid<T> grid) : IQuestions
    where T : IFeatureRecord<T>
{
    private readonly double[] _answers = new double[grid.Count + 1];

    /// <inheritdoc/>
    public long Count => _answers.Length;

    /// <summary>The answer for the instance as it is.</summary>
    public double Own => _answers[0];

    /// <summary>The answer with a value.</summary>
    public double this[int point] => _answers[point + 1];

    /// <inheritdoc/>
    public (int Row, bool IsGiven) Write(long question, Span<double> columns)
    {
        instance.Encoded[0].CopyTo(columns);
        if (question > 0)
            grid.Write((int)question - 1, columns);
        return (0, question == 0);
    }

    /// <inheritdoc/>
    public void Take(long question, double answer) => _answers[question] = answer;
}
