using System.Runtime.InteropServices;

namespace TypedExplain.ML.Tests.LightGbm;

/// <summary>LightGBM itself, as the oracle.</summary>
internal static partial class NativeLightGbm
{
    private const string Library = "lib_lightgbm";
    private const int Doubles = 1, Floats = 0, Ints = 2;

    public enum Answer
    {
        Normal = 0,
        Raw = 1,
        Contributions = 3,
    }

    /// <summary>Trains a model and writes its file.</summary>
    public static void Train(string path, double[][] rows, float[] targets, string[] names, string parameters, int rounds, int[]? groups = null)
    {
        double[] matrix = [.. rows.SelectMany(row => row)];
        string all = "verbosity=-1 num_threads=1 deterministic=true seed=7 min_data_in_leaf=3 min_data_in_bin=1 " + parameters;
        Check(LGBM_DatasetCreateFromMat(matrix, Doubles, rows.Length, rows[0].Length, 1, all, 0, out nint data));
        try
        {
            Check(LGBM_DatasetSetField(data, "label", targets, targets.Length, Floats));
            if (groups is not null)
                Check(LGBM_DatasetSetFieldOfInts(data, "group", groups, groups.Length, Ints));
            Check(LGBM_DatasetSetFeatureNames(data, names, names.Length));
            Check(LGBM_BoosterCreate(data, all, out nint booster));
            for (int round = 0; round < rounds; round++)
                Check(LGBM_BoosterUpdateOneIter(booster, out _));
            Check(LGBM_BoosterSaveModel(booster, 0, -1, 0, path));
            Check(LGBM_BoosterFree(booster));
        }
        finally
        {
            Check(LGBM_DatasetFree(data));
        }
    }

    /// <summary>What the model of a file answers, row after row.</summary>
    public static double[] Predict(string path, double[][] rows, Answer answer, int rounds = -1)
    {
        Check(LGBM_BoosterCreateFromModelfile(path, out int _, out nint booster));
        double[] matrix = [.. rows.SelectMany(row => row)];
        double[] room = new double[rows.Length * 64];
        Check(LGBM_BoosterPredictForMat(booster, matrix, Doubles, rows.Length, rows[0].Length, 1, (int)answer, 0, rounds, "num_threads=1", out long length, room));
        Check(LGBM_BoosterFree(booster));
        return room[..(int)length];
    }

    private static void Check(int result)
    {
        if (result != 0)
            throw new InvalidOperationException(Marshal.PtrToStringUTF8(LGBM_GetLastError()));
    }

    [LibraryImport(Library)]
    private static partial nint LGBM_GetLastError();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LGBM_DatasetCreateFromMat(double[] data, int type, int rows, int columns, int isRowMajor, string parameters, nint reference, out nint handle);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LGBM_DatasetSetField(nint data, string field, float[] values, int count, int type);

    [LibraryImport(Library, EntryPoint = "LGBM_DatasetSetField", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LGBM_DatasetSetFieldOfInts(nint data, string field, int[] values, int count, int type);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LGBM_DatasetSetFeatureNames(nint data, string[] names, int count);

    [LibraryImport(Library)]
    private static partial int LGBM_DatasetFree(nint data);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LGBM_BoosterCreate(nint data, string parameters, out nint handle);

    [LibraryImport(Library)]
    private static partial int LGBM_BoosterUpdateOneIter(nint booster, out int isFinished);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LGBM_BoosterSaveModel(nint booster, int first, int count, int importance, string path);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LGBM_BoosterCreateFromModelfile(string path, out int iterations, out nint handle);

    [LibraryImport(Library)]
    private static partial int LGBM_BoosterFree(nint booster);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LGBM_BoosterPredictForMat(nint booster, double[] data, int type, int rows, int columns, int isRowMajor, int answer, int first, int count, string parameters, out long length, double[] results);
}
