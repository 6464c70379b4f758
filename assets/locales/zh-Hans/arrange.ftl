# Align, distribute, tidy up, hide and filter, the map of the sheet.

menu-arrange = 排列
command-tidy-up = 自动整理
command-align-left = 左对齐
command-align-centre = 左右居中对齐
command-align-right = 右对齐
command-align-top = 顶端对齐
command-align-middle = 上下居中对齐
command-align-bottom = 底端对齐
command-distribute-horizontally = 横向等距分布
command-distribute-vertically = 纵向等距分布
obstacle-select-two-steps = 请先选择至少两个步骤
obstacle-select-three-steps = 请先选择至少三个步骤
obstacle-two-in-a-lane = 请选择同一泳道中的至少两个步骤：步骤不会离开所在泳道
obstacle-three-in-a-lane = 请选择同一泳道中的至少三个步骤：步骤不会离开所在泳道
tidy-already = 画布已经很整齐
tidy-too-wide = 整理后某个阶段会过宽，无法整理
edit-align-steps =
    { $count ->
        [1] 对齐步骤
       *[other] 对齐 { $count } 个步骤
    }
edit-distribute-steps =
    { $count ->
        [1] 等距分布步骤
       *[other] 等距分布 { $count } 个步骤
    }
edit-tidy-up =
    { $count ->
        [1] 整理步骤
       *[other] 整理 { $count } 个步骤
    }
