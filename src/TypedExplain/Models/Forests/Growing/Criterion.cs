namespace TypedExplain.Models.Forests.Growing;

/// <summary>What a tree is to separate: measures how mixed the rows of a node are and finds the cut that separates them best.</summary>
/// <remarks>It looks at one node at a time: the one last entered. It keeps scratch, so each thread has its own.</remarks>
internal abstract class Criterion
{
    /// <summary>Numbers that a node answers with.</summary>
    public abstract int Outputs { get; }

    /// <summary>How many bootstrap draws the node holds.</summary>
    public int Draws { get; protected set; }

    /// <summary>How mixed the node is; 0 where all draws have the same target.</summary>
    public double Impurity { get; protected set; }

    /// <summary>Goes to a node.</summary>
    /// <param name="rows">Its rows; at least one.</param>
    /// <param name="draws">For every row of the data, how often it was drawn.</param>
    public abstract void Enter(ReadOnlySpan<int> rows, ReadOnlySpan<int> draws);

    /// <summary>Writes the answer of the node.</summary>
    /// <param name="value">One number per output.</param>
    public abstract void Answer(Span<double> value);

    /// <summary>The best cut of the node by one column; <see cref="Cut.None"/> where none leaves enough rows. Of equals the lowest.</summary>
    /// <param name="bins">The rows of the node in bins.</param>
    /// <param name="rows">How many rows the node has.</param>
    /// <param name="minLeafRows">Rows that each side must keep.</param>
    public abstract Cut BestCut(ColumnBins bins, int rows, int minLeafRows);

    /// <summary>The criterion of a target.</summary>
    /// <param name="targets">For every row of the data the number, or the position of the class.</param>
    /// <param name="classes">How many classes there are; 0 where the target is a number.</param>
    public static Criterion Of(double[] targets, int classes) =>
        classes == 0 ? new VarianceCriterion(targets) : new GiniCriterion(Array.ConvertAll(targets, target => (int)target), classes);
}
