using System.Collections.Immutable;
using TypedExplain.Data.CsvFiles;
using TypedExplain.Errors;

namespace TypedExplain;

/// <summary>What was read from a CSV file.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class CsvResult<T>
    where T : IFeatureRecord<T>
{
    private readonly CsvTarget? _target;

    internal CsvResult(ImmutableArray<T> rows, ImmutableArray<double> targets, CsvTarget? target, ImmutableArray<CsvError> errors, ImmutableArray<string> ignored)
    {
        Rows = rows;
        Targets = targets;
        _target = target;
        Errors = errors;
        IgnoredColumns = ignored;
    }

    /// <summary>The records, in the order of the file, without the rows that have a bad cell.</summary>
    public ImmutableArray<T> Rows { get; }

    /// <summary>For each record the target: the number, or the position of the class among the enum's names; empty where none was asked for.</summary>
    public ImmutableArray<double> Targets { get; }

    /// <summary>Every bad cell, in the order of the file; empty unless <see cref="CsvOptions.CollectErrors"/> was set.</summary>
    public ImmutableArray<CsvError> Errors { get; }

    /// <summary>The columns of the file that are neither a feature nor the target.</summary>
    public ImmutableArray<string> IgnoredColumns { get; }

    /// <summary>The records as a data set, with the target where one was asked for.</summary>
    /// <exception cref="InvalidDatasetException">There is no row.</exception>
    public Dataset<T> ToDataset()
    {
        Dataset<T> rows = new(Rows);
        return _target is null ? rows : _target.Attach(rows, Targets);
    }

    /// <summary>How much was read and how much was not.</summary>
    public override string ToString() => $"{Rows.Length} {Noun.Of(Rows.Length, "row")} of {T.Schema.Name}, {Errors.Length} {Noun.Of(Errors.Length, "error")}, {IgnoredColumns.Length} ignored {Noun.Of(IgnoredColumns.Length, "column")}";
}
