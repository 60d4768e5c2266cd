using TypedExplain.ML.Trees;
using TypedExplain.ML.XGBoost;

namespace TypedExplain.ML;

/// <summary>
/// A model of XGBoost 1 to 3, read from its JSON file without XGBoost: <c>XGBoostForest&lt;Loan&gt;.Load("model.json")</c>. It answers as
/// <c>Booster.predict</c> does, in double precision where XGBoost adds in single, and <see cref="TreeShap{T}"/> of its
/// <see cref="TreeModel{T}.Forest"/> gives what <c>predict(pred_contribs=True)</c> gives, by feature of the record.
/// </summary>
/// <remarks>
/// Columns of the file are matched to features by the letters and digits of their names, without regard to case; a category fills
/// one column by its own name, or one per category ("Housing_Rent"). Files without names (f0, …) are filled in the order of the
/// record's columns. All trees of the file count; where early stopping noted that fewer rounds are the best, the options must say which. Numbers are compared in single precision,
/// as XGBoost does, and nodes weigh by their sums of Hessians. For multi:softmax, whose predict names a class, the model gives the probabilities.
/// </remarks>
/// <typeparam name="T">The record that it scores.</typeparam>
public sealed class XGBoostForest<T> : TreeModel<T>
    where T : IFeatureRecord<T>
{
    private XGBoostForest(byte[] model, string name, TreeFileOptions<T>? options)
        : base(XGBoostFile.Read(model), name, options ?? new())
    {
    }

    /// <summary>Reads a model from a file.</summary>
    /// <param name="path">The file, as XGBoost's save_model writes it under a name that ends in .json.</param>
    /// <param name="options">What names do not tell.</param>
    /// <exception cref="InvalidModelException">It is not such a model, it does not fit the record, or it is damaged; the message says what was found.</exception>
    /// <exception cref="InvalidOptionException">The options name a feature of another schema, or not as many classes as there are.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static XGBoostForest<T> Load(string path, TreeFileOptions<T>? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new(TreeFileLimits.Read(path), Path.GetFileName(path), options);
    }

    /// <summary>Reads a model from a stream, from where it is to its end.</summary>
    /// <param name="stream">The JSON of the model.</param>
    /// <param name="options">What names do not tell.</param>
    /// <exception cref="InvalidModelException">It is not such a model, it does not fit the record, or it is damaged; the message says what was found.</exception>
    /// <exception cref="InvalidOptionException">The options name a feature of another schema, or not as many classes as there are.</exception>
    public static XGBoostForest<T> Load(Stream stream, TreeFileOptions<T>? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new(TreeFileLimits.Read(stream), "model.json", options);
    }
}
