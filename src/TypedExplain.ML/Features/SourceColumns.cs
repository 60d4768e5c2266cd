using TypedExplain.ML.Trees;
using TypedExplain.Models.Forests;

namespace TypedExplain.ML.Features;

/// <summary>The numbers that the trees of one file ask about behind the columns of an encoded row, each once.</summary>
internal sealed class SourceColumns<T> : DerivedColumns
    where T : IFeatureRecord<T>
{
    // A set of categories is cut at this number: inside it is 0, outside 1.
    private const double Half = 0.5;

    private readonly List<DerivedNumber<T>> _numbers = [];
    private readonly Dictionary<(ColumnSource<T>, MissingWay, bool, string?), int> _places = [];

    public override int Count => _numbers.Count;

    public override int FeatureOf(int derived) => _numbers[derived].Source.Feature.Index;

    public override double Value(int derived, ReadOnlySpan<double> row) => _numbers[derived].Value(row);

    public override string Describe(int derived) => _numbers[derived].Describe();

    /// <summary>The column that answers a question, and the largest number of it for which the answer is true.</summary>
    /// <param name="source">What fills the column that the question is about.</param>
    /// <param name="question">The question.</param>
    public (int Column, double Threshold) Ask(ColumnSource<T> source, FileQuestion question)
    {
        MissingWay missing = question.Missing == MissingWay.Missing && !source.MayMiss ? MissingWay.None : question.Missing;
        bool isPlain = question.Set is null && missing == MissingWay.None && source.Codes.IsEmpty;

        // Where a value is missing, an encoded row holds 0.
        if (isPlain)
            return (source.Column, question.Threshold);
        bool isMissingTrue = missing != MissingWay.None && question.IsMissingTrue;
        (ColumnSource<T>, MissingWay, bool, string?) key = (source, missing, isMissingTrue, question.Set?.Key);
        if (!_places.TryGetValue(key, out int place))
        {
            _places.Add(key, place = _numbers.Count);
            _numbers.Add(new(source, missing, isMissingTrue, question.Set));
        }

        return (T.Schema.Columns + place, question.Set is null ? question.Threshold : Half);
    }
}
