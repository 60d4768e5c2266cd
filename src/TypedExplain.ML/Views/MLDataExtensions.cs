using Microsoft.ML;
using TypedExplain.ML.Views;

namespace TypedExplain.ML;

/// <summary>Hands records to ML.NET.</summary>
public static class MLDataExtensions
{
    /// <summary>
    /// The records of a data set as ML.NET reads them, so that a pipeline is trained on the record that it will score. There is a column per
    /// feature, under its name: numbers and ranks are Single, with NaN where one is missing, flags are Boolean, categories are texts,
    /// arrays are vectors; and texts of the record are texts. "Features" holds all encoded columns in one vector, as
    /// trainers look for it. A target is "Label": Single of a number, Boolean of two classes, of which the second is true, and a key
    /// of more; "LabelName" has the classes' names.
    /// </summary>
    /// <remarks>The view keeps the rows and reads them as often as ML.NET asks, from several threads at once if need be.</remarks>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="data">The records.</param>
    /// <exception cref="InvalidDatasetException">The record has a feature that is called as the target's columns are.</exception>
    public static IDataView ToDataView<T>(this Dataset<T> data)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(data);
        List<ViewColumn<T>> columns = OwnColumns<T>.All();
        foreach (ViewColumn<T> label in data.Target is { } target ? LabelColumns<T>.Of(target) : [])
        {
            if (columns.Exists(column => column.Name == label.Name))
                throw new InvalidDatasetException($"{T.Schema.Name}.{label.Name} is called as the column of the target is; rename the property.");
            columns.Add(label);
        }

        ViewColumn<T>[] all = [.. columns];
        return new RecordView<T>(all, RecordView<T>.SchemaOf(all), new(data.Encoded, all.Any(column => column.AsksRecords), data.Target));
    }
}
