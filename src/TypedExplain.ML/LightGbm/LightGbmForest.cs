using TypedExplain.ML.LightGbm;
using TypedExplain.ML.Trees;

namespace TypedExplain.ML;

/// <summary>
/// A model of LightGBM 2 to 4, read from its text file without LightGBM: <c>LightGbmForest&lt;Loan&gt;.Load("model.txt")</c>. It answers as
/// <c>predict</c> does, and <see cref="TreeShap{T}"/> of its <see cref="TreeModel{T}.Forest"/> gives what <c>predict(pred_contrib=True)</c>
/// gives, by feature of the record.
/// </summary>
/// <remarks>
/// Columns of the file are matched to features by the letters and digits of their names, without regard to case; a category fills
/// one column by its own name, or one per category ("Housing_Rent"). Files without names (Column_0, …) are filled in the order
/// of the record's columns. Sets of categories, ways of missing values and of zeros, DART, random forests (whose contributions
/// are means here and sums in LightGBM) and several classes are read; linear trees are refused. With a sigmoid other than 1
/// the forest's sums are log odds, so LightGBM's times that factor.
/// </remarks>
/// <typeparam name="T">The record that it scores.</typeparam>
public sealed class LightGbmForest<T> : TreeModel<T>
    where T : IFeatureRecord<T>
{
    private LightGbmForest(byte[] model, string name, TreeFileOptions<T>? options)
        : base(LightGbmFile.Read(model), name, options ?? new())
    {
    }

    /// <summary>Reads a model from a file.</summary>
    /// <param name="path">The file, as LightGBM's save_model writes it.</param>
    /// <param name="options">What names do not tell.</param>
    /// <exception cref="InvalidModelException">It is not such a model, it does not fit the record, or it is damaged; the message says what was found.</exception>
    /// <exception cref="InvalidOptionException">The options name a feature of another schema, or not as many classes as there are.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static LightGbmForest<T> Load(string path, TreeFileOptions<T>? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new(TreeFileLimits.Read(path), Path.GetFileName(path), options);
    }

    /// <summary>Reads a model from a stream, from where it is to its end.</summary>
    /// <param name="stream">The text of the model, as UTF-8.</param>
    /// <param name="options">What names do not tell.</param>
    /// <exception cref="InvalidModelException">It is not such a model, it does not fit the record, or it is damaged; the message says what was found.</exception>
    /// <exception cref="InvalidOptionException">The options name a feature of another schema, or not as many classes as there are.</exception>
    public static LightGbmForest<T> Load(Stream stream, TreeFileOptions<T>? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new(TreeFileLimits.Read(stream), "model.txt", options);
    }
}
