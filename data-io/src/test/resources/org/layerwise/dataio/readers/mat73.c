/* Writes mat73.mat, a MATLAB 7.3 file, with libmatio (1.5.23): the test's independent source.
 *
 *     gcc mat73.c -o /tmp/mat73 -lmatio && /tmp/mat73 mat73.mat
 */
#include <complex.h>
#include <matio.h>
#include <stdint.h>

static void write(mat_t *file, matvar_t *variable, enum matio_compression compression) {
    Mat_VarWrite(file, variable, compression);
    Mat_VarFree(variable);
}

int main(int count, char **arguments) {
    if (count < 2) {
        return 2;
    }
    mat_t *file = Mat_CreateVer(arguments[1], "MATLAB 7.3 MAT-file, written by libmatio", MAT_FT_MAT73);
    double x[12], y[4] = {1, 0, 1, 1}, real[2] = {1, 2}, imaginary[2] = {3, 4};
    uint8_t images[24], flags[4] = {1, 0, 1, 0};
    float wide[6] = {0.5f, 1.5f, 2.5f, 3.5f, 4.5f, 5.5f};
    size_t twelve[2] = {3, 4}, four[2] = {1, 4}, two[2] = {1, 2}, cube[3] = {2, 3, 4}, six[2] = {3, 2}, none[2] = {0, 3};
    /* Column by column: X(i, j) = 10 i + j, I(i, j, k) = 100 k + 10 j + i, from 1. */
    for (int j = 0, at = 0; j < 4; j++) {
        for (int i = 0; i < 3; i++) {
            x[at++] = 10 * (i + 1) + j + 1;
        }
    }
    for (int k = 0, at = 0; k < 4; k++) {
        for (int j = 0; j < 3; j++) {
            for (int i = 0; i < 2; i++) {
                images[at++] = (uint8_t) (50 * (k + 1) + 10 * (j + 1) + i + 1);
            }
        }
    }
    write(file, Mat_VarCreate("X", MAT_C_DOUBLE, MAT_T_DOUBLE, 2, twelve, x, 0), MAT_COMPRESSION_NONE);
    write(file, Mat_VarCreate("packed", MAT_C_DOUBLE, MAT_T_DOUBLE, 2, twelve, x, 0), MAT_COMPRESSION_ZLIB);
    write(file, Mat_VarCreate("y", MAT_C_DOUBLE, MAT_T_DOUBLE, 2, four, y, 0), MAT_COMPRESSION_NONE);
    write(file, Mat_VarCreate("images", MAT_C_UINT8, MAT_T_UINT8, 3, cube, images, 0), MAT_COMPRESSION_NONE);
    write(file, Mat_VarCreate("wide", MAT_C_SINGLE, MAT_T_SINGLE, 2, six, wide, 0), MAT_COMPRESSION_NONE);
    write(file, Mat_VarCreate("flags", MAT_C_UINT8, MAT_T_UINT8, 2, four, flags, MAT_F_LOGICAL), MAT_COMPRESSION_NONE);
    write(file, Mat_VarCreate("empty", MAT_C_DOUBLE, MAT_T_DOUBLE, 2, none, x, 0), MAT_COMPRESSION_NONE);

    size_t word[2] = {1, 3}, words[2] = {2, 3};
    uint16_t name[3] = {'c', 'a', 't'}, names[6] = {'c', 'd', 'a', 'o', 't', 'g'};
    write(file, Mat_VarCreate("name", MAT_C_CHAR, MAT_T_UINT16, 2, word, name, 0), MAT_COMPRESSION_NONE);
    write(file, Mat_VarCreate("names", MAT_C_CHAR, MAT_T_UINT16, 2, words, names, 0), MAT_COMPRESSION_NONE);

    mat_complex_split_t parts = {real, imaginary};
    write(file, Mat_VarCreate("z", MAT_C_DOUBLE, MAT_T_DOUBLE, 2, two, &parts, MAT_F_COMPLEX), MAT_COMPRESSION_NONE);

    uint16_t dog[3] = {'d', 'o', 'g'};
    matvar_t *cell = Mat_VarCreate("classes", MAT_C_CELL, MAT_T_CELL, 2, two, NULL, 0);
    Mat_VarSetCell(cell, 0, Mat_VarCreate(NULL, MAT_C_CHAR, MAT_T_UINT16, 2, word, dog, 0));
    Mat_VarSetCell(cell, 1, Mat_VarCreate(NULL, MAT_C_CHAR, MAT_T_UINT16, 2, word, name, 0));
    write(file, cell, MAT_COMPRESSION_NONE);

    const char *fields[1] = {"inner"};
    size_t one[2] = {1, 1};
    matvar_t *structure = Mat_VarCreateStruct("s", 2, one, fields, 1);
    Mat_VarSetStructFieldByName(structure, "inner", 0, Mat_VarCreate(NULL, MAT_C_DOUBLE, MAT_T_DOUBLE, 2, four, y, 0));
    write(file, structure, MAT_COMPRESSION_NONE);
    Mat_Close(file);
    return 0;
}
