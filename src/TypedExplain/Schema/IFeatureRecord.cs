using TypedExplain.Generated;

namespace TypedExplain;

/// <summary>
/// The seam between a user's record and the runtime. The source generator implements it, explicitly, for every type
/// with <see cref="FeatureRecordAttribute"/>; the runtime is generic over it and needs no reflection.
/// </summary>
/// <typeparam name="TSelf">The annotated type itself.</typeparam>
public interface IFeatureRecord<TSelf>
    where TSelf : IFeatureRecord<TSelf>
{
    /// <summary>The features as data: names, kinds, limits, categories and the columns that each one fills.</summary>
    static abstract FeatureSchema<TSelf> Schema { get; }

    /// <summary>Writes a record as one row of model columns.</summary>
    /// <param name="record">The record to encode.</param>
    /// <param name="columns">The row to fill, <see cref="FeatureSchema{T}.Columns"/> numbers long.</param>
    /// <exception cref="InvalidFeatureException">A category that the schema does not know.</exception>
    static abstract void Encode(in TSelf record, Span<double> columns);

    /// <summary>Builds the record that a row of model columns stands for.</summary>
    /// <param name="columns">A row as <see cref="Encode"/> writes it.</param>
    static abstract TSelf Decode(ReadOnlySpan<double> columns);

    /// <summary>Builds the record that a row of model columns stands for, with its texts and images.</summary>
    /// <param name="columns">A row as <see cref="Encode"/> writes it.</param>
    /// <param name="media">The texts and images.</param>
    static virtual TSelf Decode(ReadOnlySpan<double> columns, MediaValues media) => TSelf.Decode(columns);

    /// <summary>
    /// Builds the record that a row of model columns stands for, and takes what no column holds from another record: members
    /// that are not features, the offset of an instant, the kind of a date and time, and the last digits of a value that is
    /// the other record's own.
    /// </summary>
    /// <param name="columns">A row as <see cref="Encode"/> writes it.</param>
    /// <param name="media">The texts and images.</param>
    /// <param name="like">The other record.</param>
    static virtual TSelf Decode(ReadOnlySpan<double> columns, MediaValues media, in TSelf like) =>
        media.IsAbsent ? TSelf.Decode(columns) : TSelf.Decode(columns, media);

    /// <summary>Builds the record that a row of model columns stands for, with its times to the tick.</summary>
    /// <param name="columns">A row as <see cref="Encode"/> writes it.</param>
    /// <param name="media">The texts and images.</param>
    /// <param name="times">The times.</param>
    static virtual TSelf Decode(ReadOnlySpan<double> columns, MediaValues media, TimeValues times) => TSelf.Decode(columns, media);

    /// <summary>Hands out the times of a record to the tick; nothing where it has none.</summary>
    /// <param name="record">The record.</param>
    /// <param name="times">Where they go.</param>
    static virtual void ReadTimes(in TSelf record, TimeValues times)
    {
    }

    /// <summary>Finds the members that no column holds, or not in full, in which two records differ.</summary>
    /// <param name="first">A record.</param>
    /// <param name="second">Another one.</param>
    /// <param name="differences">Where they go.</param>
    static virtual void Differ(in TSelf first, in TSelf second, MemberDifferences differences)
    {
    }

    /// <summary>Hands out the texts and images of a record; nothing where it has none.</summary>
    /// <param name="record">The record.</param>
    /// <param name="media">Where they go.</param>
    static virtual void ReadMedia(in TSelf record, MediaValues media)
    {
    }

    /// <summary>What a record is known by in a file; null where no member has <see cref="RowKeyAttribute"/>.</summary>
    static virtual RowKey<TSelf>? RowKey => null;

    /// <summary>Writes the interpretable form of encoded rows, one number per feature.</summary>
    /// <param name="rows">The encoded rows and where their interpretable form goes.</param>
    static abstract void Interpret(in Interpretation rows);

    /// <summary>Draws neighbors of one instance as encoded rows; each row is a legal record.</summary>
    /// <param name="rows">The instance, the spread of its features and where the neighbors go.</param>
    static abstract void Perturb(in Perturbation rows);
}
